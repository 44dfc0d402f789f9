import { createCipheriv, createDecipheriv, hash, randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ConnectorSecrets, connectorSecretsSchema } from '../../contract/connectors.ts'
import { Failure } from '../../contract/failures.ts'
import type { Config } from '../config.ts'

type Keeping = { readonly config: Pick<Config, 'store' | 'secretKey'> }

/** AES-256 in Galois/counter mode; the layout is version, nonce, tag, content. */
const version = 1
const nonceBytes = 12
const tagBytes = 16

/** Encrypts secrets for one connector: moved to another, they can't be read. */
export async function sealSecrets(
  service: Keeping,
  id: string,
  secrets: ConnectorSecrets,
): Promise<Uint8Array> {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', await findKey(service), nonce).setAAD(Buffer.from(id))
  const content = Buffer.concat([cipher.update(JSON.stringify(secrets)), cipher.final()])
  return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), content])
}

export async function openSecrets(
  service: Keeping,
  id: string,
  sealed: Uint8Array | null,
): Promise<ConnectorSecrets> {
  if (sealed === null) return {}
  const bytes = Buffer.from(sealed)
  const contentAt = 1 + nonceBytes + tagBytes
  try {
    const nonce = bytes.subarray(1, 1 + nonceBytes)
    const decipher = createDecipheriv('aes-256-gcm', await findKey(service), nonce).setAAD(Buffer.from(id))
    decipher.setAuthTag(bytes.subarray(1 + nonceBytes, contentAt))
    const content = Buffer.concat([decipher.update(bytes.subarray(contentAt)), decipher.final()])
    return connectorSecretsSchema.parse(JSON.parse(content.toString()))
  } catch {
    throw new Failure(
      'conflict',
      'The secrets of this connector were encrypted with another key.',
      'Start with that key (OUTSIDE_IN_SECRET_KEY, or the file secret.key of the data folder), or enter the secrets again.',
    )
  }
}

/** A secret for a sender that has none of its own. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** The key of the environment, or one in a file that only this server's user can read, made when first needed. */
async function findKey({ config }: Keeping): Promise<Buffer> {
  if (config.secretKey !== null) return hash('sha256', config.secretKey, 'buffer')
  const path = join(config.store.dataDir, 'secret.key')
  const kept = await readFile(path, 'utf8').catch(() => null)
  return hash('sha256', (kept ?? (await makeKey(path))).trim(), 'buffer')
}

/** Written whole under another name and then linked, so that two processes that start together end up with one key. */
async function makeKey(path: string): Promise<string> {
  await mkdir(join(path, '..'), { recursive: true })
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 })
  await link(draft, path).catch(() => {})
  await rm(draft)
  return readFile(path, 'utf8')
}
