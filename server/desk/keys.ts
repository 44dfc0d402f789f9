import { createHash, randomUUID } from 'node:crypto'

export function newId(): string {
  return randomUUID().replaceAll('-', '')
}

/** A key for what the server grants by itself: the same for the same reason. */
export function keyFor(reason: string): string {
  return createHash('sha256').update(reason).digest('hex').slice(0, 40)
}
