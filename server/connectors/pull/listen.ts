import type { CameBack } from '../../../sources/receivers/automatic-mail.ts'
import { hearDocument } from '../../../sources/receivers/hear.ts'
import { type Heard, joinHeard } from '../../../sources/receivers/heard.ts'
import { type HeardMail, hearMail } from '../../../sources/receivers/mailbox.ts'
import { receivingOf } from '../known-connector.ts'
import { pullChatwoot } from './chatwoot.ts'
import { pullFreshdesk } from './freshdesk.ts'
import { pullIntercom } from './intercom.ts'
import { fetchMails } from './mailbox.ts'
import type { Pulled, Pulling } from './pull.ts'
import { pullZendesk } from './zendesk.ts'

export type Listened = Omit<Pulled, 'documents'> & {
  readonly heard: Heard
  /** Answers of ours that did not arrive. */
  readonly cameBack: readonly CameBack[]
}

const pullers = {
  zendesk: pullZendesk,
  freshdesk: pullFreshdesk,
  intercom: pullIntercom,
  chatwoot: pullChatwoot,
} as const

/** Fetches what there is and understands it, piece by piece, by the same receivers that hear what is sent. */
export async function* listen(pulling: Pulling): AsyncGenerator<Listened> {
  const { kind } = pulling.connector
  if (kind === 'mailbox') yield* listenToMails(pulling)
  if (kind === 'mailbox' || kind === 'twilio' || kind === 'webhook') return
  for await (const { documents, ...pulled } of pullers[kind](pulling)) {
    const known = receivingOf(pulling.connector, pulling.now)
    const receiving = { ...known, names: { ...known.names, ...pulled.names } }
    yield {
      ...pulled,
      heard: joinHeard(documents.map((one) => hearDocument(receiving, kind, one))),
      cameBack: [],
    }
  }
}

async function* listenToMails(pulling: Pulling): AsyncGenerator<Listened> {
  const receiving = receivingOf(pulling.connector, pulling.now)
  for await (const { mails, cursor } of fetchMails(pulling)) {
    const cases = new Map<string, string | null>()
    const findCase = async (id: string) => cases.get(id) ?? pulling.findCase(id)
    const { isOwnAnswer } = pulling
    const heard: HeardMail[] = []
    for (const { raw, receivedAt } of mails) {
      const one = await hearMail({ ...receiving, receivedAt }, raw, { findCase, isOwnAnswer })
      for (const { interaction } of one.facts) cases.set(interaction.externalId, interaction.caseId)
      heard.push(one)
    }
    const cameBack = heard.flatMap((one) => one.cameBack ?? [])
    yield { heard: joinHeard(heard), cursor, names: {}, cameBack }
  }
}
