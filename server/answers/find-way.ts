import type { Letter } from '../../contract/desk/answers.ts'
import { replySubject } from '../../core/desk/quote-mail.ts'
import type { Interaction } from '../../core/interactions/interaction.ts'
import { listConnectors } from '../../store/connectors.ts'
import type { Scope } from '../../store/scope.ts'
import { findKnownConnector } from '../connectors/known-connector.ts'
import type { OpenIssue } from '../desk/open-issue.ts'
import type { Service } from '../service.ts'
import { addressOf, whatIsMissingToSend } from './can-send.ts'

/** How an answer to an issue goes out: by which connector, to whom, in reply to what. */
export type Way = {
  readonly connectorId: string
  readonly letter: Omit<Letter, 'text' | 'externalId'>
  /** What the answer of that id goes by for good. */
  externalIdOf(id: string): string
}
export type NoWay = { readonly whyNot: string }

/** The way back to a customer: the channel by which they wrote last. */
export async function findWay(
  service: Service,
  scope: Scope,
  { lived }: Pick<OpenIssue, 'lived'>,
): Promise<Way | NoWay> {
  const last = lived.interactions.findLast(({ from, kind }) => from === 'customer' && kind === 'message')
  if (last === undefined)
    return {
      whyNot:
        'They came without writing, so there is no message to reply to. Tell them where they reach you: by telephone, or face to face.',
    }
  const known = await listConnectors(service.store.pool, scope)
  const found = known.find(({ source }) => source === last.source)
  if (found === undefined) {
    return {
      whyNot:
        'What they wrote came in a file or from a program, and nothing goes out by that. Answer them where they wrote.',
    }
  }
  const connector = await findKnownConnector(service, scope, found.id)
  const missing = whatIsMissingToSend(connector)
  if (missing === null) return { whyNot: `Answer them in “${connector.name}”, where they wrote.` }
  if (missing.length > 0) {
    return { whyNot: `“${connector.name}” can’t send yet. Still missing on its page: ${missing.join(' ')}` }
  }
  const address = addressIn(last)
  if (connector.kind === 'mailbox' && address === null) return { whyNot: 'Their address is not known.' }
  const channel = last.channel ?? (connector.kind === 'mailbox' ? 'email' : connector.name)
  const domain = addressOf(connector.settings)?.split('@')[1] ?? 'localhost'
  return {
    connectorId: connector.id,
    letter: toLetter(last, { channel, address: connector.kind === 'mailbox' ? address : null }),
    externalIdOf: (id) => (connector.kind === 'mailbox' ? `<answer.${id}@${domain}>` : `answer-${id}`),
  }
}

function toLetter(
  last: Interaction,
  { channel, address }: { readonly channel: string; readonly address: string | null },
): Way['letter'] {
  const subject = last.attributes.subject ?? null
  return {
    channel,
    source: last.source,
    inReplyTo: last.externalId,
    case: last.caseId,
    identities: [...last.identities],
    to: address,
    subject: address === null ? null : replySubject(subject),
    quoted: { text: last.text, subject, at: last.at },
  }
}

function addressIn({ identities }: Interaction): string | null {
  return identities.find((one) => one.startsWith('email:'))?.slice('email:'.length) ?? null
}
