import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { type ConnectorSecrets, connectorSecretsSchema } from '../../contract/connectors.ts'
import { Failure } from '../../contract/failures.ts'
import { readSecret } from '../access/secret.ts'
import type { Config } from '../config.ts'

type Keeping = { readonly config: Config }

/** AES-256 in Galois/counter mode; the layout is version, nonce, tag, content. */
const version = 1
const nonceBytes = 12
const tagBytes = 16

/** Encrypts secrets for one connector: moved to another, they can't be read. */
export function sealSecrets(service: Keeping, id: string, secrets: ConnectorSecrets): Uint8Array {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyOf(service), nonce).setAAD(Buffer.from(id))
  const content = Buffer.concat([cipher.update(JSON.stringify(secrets)), cipher.final()])
  return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), content])
}

export function openSecrets(service: Keeping, id: string, sealed: Uint8Array | null): ConnectorSecrets {
  if (sealed === null) return {}
  const bytes = Buffer.from(sealed)
  const contentAt = 1 + nonceBytes + tagBytes
  try {
    const nonce = bytes.subarray(1, 1 + nonceBytes)
    const decipher = createDecipheriv('aes-256-gcm', keyOf(service), nonce).setAAD(Buffer.from(id))
    decipher.setAuthTag(bytes.subarray(1 + nonceBytes, contentAt))
    const content = Buffer.concat([decipher.update(bytes.subarray(contentAt)), decipher.final()])
    return connectorSecretsSchema.parse(JSON.parse(content.toString()))
  } catch {
    throw new Failure(
      'conflict',
      'The secrets of this connector were encrypted under another secret of the server.',
      'Start with that one (OUTSIDE_IN_SECRET, or the file “secret” of the data folder), or connect the system anew.',
    )
  }
}

/** A secret for a sender that has none of its own. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Made of the server's one secret, and good for nothing else that is made of it. */
function keyOf({ config }: Keeping): Buffer {
  return Buffer.from(hkdfSync('sha256', readSecret(config), '', 'secrets of connectors', 32))
}
