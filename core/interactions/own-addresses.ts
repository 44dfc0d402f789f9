import { toIdentity } from './identity.ts'

/** Whether an address, also after a name, or another name of a writer is among the company's: addresses, names, or domains written `@example.org`. */
export function isOwn(own: readonly string[], writer: string): boolean {
  const named = (toIdentity('email', writer)?.slice('email:'.length) ?? writer.trim()).toLowerCase()
  return own.some((one) =>
    one.startsWith('@') ? named.endsWith(one.toLowerCase()) : named === one.toLowerCase(),
  )
}
