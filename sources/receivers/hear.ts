import type { ConnectorKind } from '../../core/interactions/connector.ts'
import { hearChatwoot } from './chatwoot.ts'
import { hearFreshdesk } from './freshdesk.ts'
import { type Heard, type Hearing, joinHeard, notHeard } from './heard.ts'
import { hearIntercom } from './intercom.ts'
import { hearMail } from './mailbox.ts'
import { hearMapped, type Mapped } from './mapped.ts'
import { hearTwilio } from './twilio.ts'
import { hearZendesk } from './zendesk.ts'
import { hearZendeskExport } from './zendesk-export.ts'

export type Receiving = Hearing & {
  readonly kind: ConnectorKind
  readonly mapped: Mapped | null
  /** Of a mailbox: addresses and domains of the company. */
  readonly own: readonly string[]
}

/** Understands what a system sent, or what was set aside of it, whichever way it came. */
export async function hear(receiving: Receiving, raw: Uint8Array): Promise<Heard> {
  const { kind } = receiving
  if (kind === 'mailbox') return hearMail({ ...receiving, receivedAt: null }, raw)
  const text = textIn(raw)
  if (text === null) return notHeard(wrongEncoding, raw)
  if (kind === 'twilio') return hearTwilio(receiving, formOf(text))
  const documents = jsonIn(text)
  if (documents === null) return notHeard(noJson, raw)
  return joinHeard(documents.map((sent) => hearDocument(receiving, kind, sent)))
}

/** Understands one document of a system, already parsed. */
export function hearDocument(
  receiving: Omit<Receiving, 'kind'>,
  kind: Exclude<ConnectorKind, 'mailbox' | 'twilio'>,
  sent: unknown,
): Heard {
  switch (kind) {
    case 'zendesk': {
      const isExport = typeof sent === 'object' && sent !== null && 'ticket_events' in sent
      return isExport ? hearZendeskExport(receiving, sent) : hearZendesk(receiving, sent)
    }
    case 'intercom':
      return hearIntercom(receiving, sent)
    case 'freshdesk':
      return hearFreshdesk(receiving, sent)
    case 'chatwoot':
      return hearChatwoot(receiving, sent)
    case 'webhook':
      return hearMapped(receiving, sent, receiving.mapped)
    default:
      return kind satisfies never
  }
}

function textIn(raw: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(raw)
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}

/** One document, or one a line. */
function jsonIn(text: string): readonly unknown[] | null {
  const whole = parseJson(text)
  if (whole !== undefined) return [whole]
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const parsed = lines.map(parseJson)
  return lines.length > 1 && !parsed.includes(undefined) ? parsed : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Kept as the form itself or, of what was set aside, as the fields in JSON. */
function formOf(text: string): Record<string, unknown> {
  const kept = text.startsWith('{') ? parseJson(text) : undefined
  return typeof kept === 'object' && kept !== null
    ? { ...kept }
    : Object.fromEntries(new URLSearchParams(text))
}

const wrongEncoding = {
  reason: 'unreadable characters',
  detail: 'It holds bytes that are no UTF-8 text, or a NUL character. Have it sent as UTF-8.',
}

const noJson = { reason: 'not json', detail: 'It is no valid json. Mend it, then read it again.' }
