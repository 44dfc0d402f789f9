import { findPanel, savePanelSecret } from '../../store/panels.ts'
import type { Client } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { seal, unseal } from '../access/seal.ts'
import { makeToken } from '../access/secret.ts'
import type { Config } from '../config.ts'

const sealedFor = (scope: Scope) => ({ purpose: 'secret of the side panel', id: String(scope) })

/** What a workspace's other help desk signs with; null when there is none, or it was sealed under another secret of the server. */
export async function findPanelSecret(client: Client, config: Config, scope: Scope): Promise<string | null> {
  const { secret } = await findPanel(client, scope)
  return secret && unseal(config, sealedFor(scope), secret)
}

export async function makePanelSecret(client: Client, config: Config, scope: Scope): Promise<string> {
  const secret = makeToken()
  await savePanelSecret(client, scope, seal(config, sealedFor(scope), secret))
  return secret
}
