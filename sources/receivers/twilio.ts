import { z } from 'zod'
import { type Heard, type Hearing, hearAs, identitiesOf, type Telling, timeSchema, toHeard } from './heard.ts'
import { textOfPlain } from './text-of-html.ts'

/**
 * Twilio's call status callbacks and messages (SMS, WhatsApp), as form fields. Source: twilio.com/docs, "Call resource:
 * statusCallback", "Twilio's request to your incoming message webhook", "Track outbound message status" (read in 2026).
 * A call is told when it is over; its steps before that are passed over.
 */
export function hearTwilio(hearing: Hearing, sent: unknown): Heard {
  return hearAs(formSchema, sent, (form) => toHeard(hearing, tell(hearing, form), sent))
}

const formSchema = z
  .object({
    From: z.string(),
    To: z.string(),
    CallSid: z.string().optional(),
    ParentCallSid: z.string().optional(),
    CallStatus: z.string().optional(),
    CallDuration: z.coerce.number().nonnegative().optional(),
    Direction: z.string().optional(),
    Timestamp: timeSchema.optional(),
    MessageSid: z.string().optional(),
    SmsSid: z.string().optional(),
    MessageStatus: z.string().optional(),
    SmsStatus: z.string().optional(),
    ErrorCode: z.string().optional(),
    Body: z.string().optional(),
    NumMedia: z.coerce.number().optional(),
  })
  .refine((form) => form.CallSid ?? form.MessageSid ?? form.SmsSid, 'names neither a call nor a message')

type Form = z.infer<typeof formSchema>

const lastStates = ['completed', 'busy', 'no-answer', 'failed', 'canceled']

function tell(hearing: Hearing, form: Form): Telling[] {
  return form.CallSid === undefined ? tellMessage(hearing, form) : tellCall(hearing, form, form.CallSid)
}

function tellCall(hearing: Hearing, form: Form, sid: string): Telling[] {
  const status = form.CallStatus ?? ''
  if (!lastStates.includes(status)) return []
  const isInbound = form.Direction === undefined || form.Direction === 'inbound'
  const seconds = form.CallDuration ?? 0
  return [
    {
      externalId: `call/${sid}`,
      at: (form.Timestamp ?? hearing.now) - seconds * 1000,
      from: isInbound ? 'customer' : 'company',
      kind: 'call',
      identities: identitiesOf([['phone', isInbound ? form.From : form.To]]),
      // A call that was passed on runs on under the number of the first.
      case: form.ParentCallSid ?? sid,
      channel: 'phone',
      durationSeconds: status === 'completed' ? seconds : 0,
      attributes: { status, line: isInbound ? form.To : form.From },
    },
  ]
}

function tellMessage(hearing: Hearing, form: Form): Telling[] {
  const sid = form.MessageSid ?? form.SmsSid ?? ''
  const status = form.MessageStatus ?? form.SmsStatus ?? 'received'
  const isInbound = status === 'received' || status === 'receiving'
  const [theirs, ours] = isInbound ? [form.From, form.To] : [form.To, form.From]
  const shared = {
    identities: identitiesOf([['phone', withoutChannel(theirs)]]),
    // A talk by text has no number of its own: it is what two numbers write to each other.
    case: `${withoutChannel(ours)}/${withoutChannel(theirs)}`,
    channel: theirs.startsWith('whatsapp:') ? 'whatsapp' : 'sms',
    at: hearing.now,
  }
  if (isInbound || form.Body !== undefined) {
    const attachments = form.NumMedia ? `${form.NumMedia} files` : null
    return [
      {
        ...shared,
        externalId: `message/${sid}`,
        from: isInbound ? 'customer' : 'company',
        text: form.Body ? textOfPlain(form.Body) : null,
        attributes: { attachments },
      },
    ]
  }
  if (status !== 'failed' && status !== 'undelivered') return []
  return [
    {
      ...shared,
      externalId: `message/${sid}/${status}`,
      from: 'company',
      kind: 'event',
      attributes: { change: 'not delivered', error: form.ErrorCode },
    },
  ]
}

function withoutChannel(number: string): string {
  return number.replace(/^whatsapp:/, '')
}
