import type { KnownConnector } from '../connectors/known-connector.ts'

type Judged = Pick<KnownConnector, 'kind' | 'settings' | 'secrets'>

/** What keeps answers from going out by a connector, in words; null for a kind by which none can go. */
export function whatIsMissingToSend({ kind, settings, secrets }: Judged): string[] | null {
  if (kind === 'mailbox') {
    return settings.sendHost === undefined ? ['The mail server that takes its answers.'] : sender(settings)
  }
  if (kind !== 'webhook') return null
  const missing: string[] = []
  if (settings.callback === undefined) missing.push('The address to which answers are delivered.')
  if (secrets.signing === undefined) missing.push('The secret that we sign with.')
  return missing
}

/** The address that answers come from: as set, or the first of our own, or the user of the mailbox. */
export function addressOf({ sendFrom, own = [], user }: Judged['settings']): string | null {
  return [sendFrom, ...own, user].find((one) => one !== undefined && /^[^@\s]+@[^@\s]+$/.test(one)) ?? null
}

function sender(settings: Judged['settings']): string[] {
  return addressOf(settings) === null ? ['The address from which answers come.'] : []
}
