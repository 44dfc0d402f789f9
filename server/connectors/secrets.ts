import { type ConnectorSecrets, connectorSecretsSchema } from '../../contract/connectors.ts'
import { Failure } from '../../contract/failures.ts'
import { seal, unseal } from '../access/seal.ts'
import type { Config } from '../config.ts'

type Keeping = { readonly config: Config }

const purpose = 'secrets of connectors'

/** Encrypts secrets for one connector. */
export function sealSecrets({ config }: Keeping, id: string, secrets: ConnectorSecrets): Uint8Array {
  return seal(config, { purpose, id }, JSON.stringify(secrets))
}

export function openSecrets({ config }: Keeping, id: string, sealed: Uint8Array | null): ConnectorSecrets {
  if (sealed === null) return {}
  const content = unseal(config, { purpose, id }, sealed)
  if (content === null) {
    throw new Failure(
      'conflict',
      'The secrets of this connector were encrypted under another secret of the server.',
      'Start with that one (OUTSIDE_IN_SECRET, or the file “secret” of the data folder), or connect the system anew.',
    )
  }
  return connectorSecretsSchema.parse(JSON.parse(content))
}
