import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'

/** What signs cookies and seals secrets: as configured, or one that is made once and kept beside the data. */
export function readSecret({ access, store }: Config): string {
  if (access.secret !== null) return access.secret
  const file = join(store.dataDir, 'secret')
  mkdirSync(store.dataDir, { recursive: true })
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!isThere(error)) throw error
  }
  return readFileSync(file, 'utf8').trim()
}

/** A text that nobody guesses, for links and keys: 256 bits. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a token. It has no pattern to guess by, so that a plain hash is enough. */
export function fingerprintOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}
