import { toIdentity } from './identity.ts'

/** The address of a writer, also after a name, in lower case; null where it is none. */
export function addressOf(writer: string): string | null {
  return toIdentity('email', writer)?.slice('email:'.length) ?? null
}

/** Whether an address, also after a name, or another name of a writer is among the company's: addresses, names, or domains written `@example.org`. */
export function isOwn(own: readonly string[], writer: string): boolean {
  const named = addressOf(writer) ?? writer.trim().toLowerCase()
  return own.some((one) =>
    one.startsWith('@') ? named.endsWith(one.toLowerCase()) : named === one.toLowerCase(),
  )
}
