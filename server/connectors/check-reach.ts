import type { ConnectorSecrets, ConnectorSettings } from '../../contract/connectors.ts'
import { Failure } from '../../contract/failures.ts'
import type { Config } from '../config.ts'
import { isPrivate, privateRefusal } from '../outbound/private-address.ts'

type Known = { readonly settings: ConnectorSettings; readonly secrets: ConnectorSecrets }
type Told = { readonly [K in keyof Known]?: Known[K] | undefined }

/** The computers that a connector reaches out to, and which of its secrets each is shown. */
const reaches = [
  { place: 'address', shown: ['key'] },
  { place: 'host', shown: ['key'] },
  { place: 'sendHost', shown: ['sending', 'key'] },
  { place: 'callback', shown: [] },
] as const

/**
 * Looks at the computers that a connector is told to reach from now on. Refuses one of the private network where whoever sets
 * a connector up could use it to feel that out, and one that a secret kept for another computer would be shown to.
 */
export async function checkReach(
  { connectors }: Config,
  before: Known,
  { settings = {}, secrets = {} }: Told,
): Promise<void> {
  for (const { place, shown } of reaches) {
    const computer = computerOf(settings[place])
    if (computer === null || computer === computerOf(before.settings[place])) continue
    if (!connectors.mayBePrivate && (await isPrivate(computer))) throw privateRefusal(computer)
    const isKept = shown.some((name) => before.secrets[name] !== undefined)
    if (isKept && !shown.some((name) => secrets[name] !== undefined)) {
      throw new Failure(
        'badInput',
        `The ${shown.length > 1 ? 'password' : 'key'} that is kept belongs to another computer than ${computer}.`,
        'Enter it again.',
      )
    }
  }
}

/** The name or number of the computer that a setting names: an address, or a name by itself. */
function computerOf(place: string | undefined): string | null {
  if (place === undefined) return null
  return place.includes('://') ? new URL(place).hostname : place
}
