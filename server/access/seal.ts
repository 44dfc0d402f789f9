import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Config } from '../config.ts'
import { readSecret } from './secret.ts'

/** AES-256 in Galois/counter mode; the layout is version, nonce, tag, content. */
const version = 1
const nonceBytes = 12
const tagBytes = 16

/** For what a text is sealed, and for which one of them: moved to another, it can't be read. */
export type SealedFor = { readonly purpose: string; readonly id: string }

/** Encrypts a text with a key made of the server's one secret, and good for this purpose alone. */
export function seal(config: Config, { purpose, id }: SealedFor, text: string): Uint8Array {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyFor(config, purpose), nonce).setAAD(Buffer.from(id))
  const content = Buffer.concat([cipher.update(text), cipher.final()])
  return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), content])
}

/** The text; null when it was sealed under another secret, or for something else. */
export function unseal(config: Config, { purpose, id }: SealedFor, sealed: Uint8Array): string | null {
  const bytes = Buffer.from(sealed)
  const contentAt = 1 + nonceBytes + tagBytes
  try {
    const nonce = bytes.subarray(1, 1 + nonceBytes)
    const decipher = createDecipheriv('aes-256-gcm', keyFor(config, purpose), nonce).setAAD(Buffer.from(id))
    decipher.setAuthTag(bytes.subarray(1 + nonceBytes, contentAt))
    return Buffer.concat([decipher.update(bytes.subarray(contentAt)), decipher.final()]).toString()
  } catch {
    return null
  }
}

function keyFor(config: Config, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', readSecret(config), '', purpose, 32))
}
