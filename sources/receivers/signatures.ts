import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Instant } from '../../core/base/time.ts'
import type { ConnectorKind } from '../../core/interactions/connector.ts'

/** A request as it came; header names in lower case. */
export type Signed = {
  readonly headers: Readonly<Record<string, string>>
  /** The addresses that the sender may have called: as seen here, and as seen before a proxy. */
  readonly urls: readonly string[]
  readonly raw: Uint8Array
}

/** Signed longer ago, or further ahead, a request is somebody's repetition and not the sender's. */
const windowMs = 10 * 60_000

/**
 * Says why a request is not the sender's own, or null when it is. Compares in constant time.
 * Sources: developer.zendesk.com "Verifying webhooks"; developers.intercom.com "Webhook notifications, signed";
 * chatwoot.com "How to use webhooks" (X-Chatwoot-Signature); twilio.com/docs/usage/security (read in 2026). Freshdesk
 * signs nothing and sends the header or the password that its rule names.
 */
export function whyNotSigned(
  kind: ConnectorKind,
  secret: string,
  signed: Signed,
  now: Instant,
): string | null {
  switch (kind) {
    case 'zendesk':
      return byZendesk(secret, signed, now)
    case 'intercom':
      return matches(signed.headers['x-hub-signature'], [`sha1=${hmac('sha1', secret, [signed.raw], 'hex')}`])
    case 'chatwoot':
      return byChatwoot(secret, signed, now)
    case 'freshdesk':
      return bySharedSecret(secret, signed)
    case 'twilio':
      return byTwilio(secret, signed)
    case 'webhook':
      return byAnyOf(secret, signed, now)
    case 'mailbox':
      return 'a mailbox receives nothing here'
    default:
      return kind satisfies never
  }
}

/** Headers by which the other side knows that a request is ours: the same that `webhook` takes from it. */
export function sign(secret: string, body: string, now: Instant): Readonly<Record<string, string>> {
  const stamp = String(Math.floor(now / 1000))
  return {
    'x-signature-timestamp': stamp,
    'x-signature': `sha256=${hmac('sha256', secret, [`${stamp}.`, body], 'hex')}`,
  }
}

type Hash = 'sha1' | 'sha256'
type Encoding = 'hex' | 'base64'

function hmac(
  hash: Hash,
  secret: string,
  parts: readonly (string | Uint8Array)[],
  encoding: Encoding,
): string {
  const mac = createHmac(hash, secret)
  for (const part of parts) mac.update(part)
  return mac.digest(encoding)
}

function byZendesk(secret: string, { headers, raw }: Signed, now: Instant): string | null {
  const stamp = headers['x-zendesk-webhook-signature-timestamp'] ?? ''
  const wrong = matches(headers['x-zendesk-webhook-signature'], [
    hmac('sha256', secret, [stamp, raw], 'base64'),
  ])
  return wrong ?? lateness(Date.parse(stamp), now)
}

/** `sha256=` of `timestamp.body`, with the seconds in a header of their own. */
function byTimestamp(
  secret: string,
  { headers, raw }: Signed,
  now: Instant,
  names: { readonly signature: string; readonly time: string },
): string | null {
  const given = headers[names.signature]
  if (given === undefined) return unsigned
  const stamp = headers[names.time] ?? ''
  const wrong = matches(given, [`sha256=${hmac('sha256', secret, [`${stamp}.`, raw], 'hex')}`])
  return wrong ?? lateness(Number(stamp) * 1000, now)
}

/** Before Chatwoot signed, the secret was the token that the address ends in. */
function byChatwoot(secret: string, signed: Signed, now: Instant): string | null {
  if (signed.headers['x-chatwoot-signature'] !== undefined)
    return byTimestamp(secret, signed, now, {
      signature: 'x-chatwoot-signature',
      time: 'x-chatwoot-timestamp',
    })
  const token = URL.parse(signed.urls[0] ?? '')?.searchParams.get('token') ?? undefined
  return matches(token, [secret])
}

function bySharedSecret(secret: string, { headers }: Signed): string | null {
  const { authorization = '' } = headers
  const basic = /^basic (.+)$/i.exec(authorization)?.[1]
  const password =
    basic === undefined
      ? undefined
      : Buffer.from(basic, 'base64')
          .toString()
          .replace(/^[^:]*:/, '')
  const bearer = /^bearer (.+)$/i.exec(authorization)?.[1]
  return matches(headers['x-outside-in-secret'] ?? password ?? bearer, [secret])
}

/** The address, then each field in order of name; of a body that is no form, its hash is in the address. */
function byTwilio(secret: string, { headers, urls, raw }: Signed): string | null {
  const isForm = (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')
  const fields = isForm ? [...new URLSearchParams(Buffer.from(raw).toString('utf8'))] : []
  const sorted = fields.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0)).flat()
  const expected = urls.map((url) => hmac('sha1', secret, [url, ...sorted], 'base64'))
  const wrong = matches(headers['x-twilio-signature'], expected)
  if (wrong !== null || isForm) return wrong
  const hash = URL.parse(urls[0] ?? '')?.searchParams.get('bodySHA256') ?? undefined
  return matches(hash, [createHash('sha256').update(raw).digest('hex')])
}

/** What senders of our own making may use: a signature with a time, one without, or the secret itself. */
function byAnyOf(secret: string, signed: Signed, now: Instant): string | null {
  const { headers, raw } = signed
  if (headers['x-signature-timestamp'] !== undefined) {
    return byTimestamp(secret, signed, now, { signature: 'x-signature', time: 'x-signature-timestamp' })
  }
  const given = headers['x-signature'] ?? headers['x-hub-signature-256']
  if (given === undefined) return bySharedSecret(secret, signed)
  return matches(given.replace(/^sha256=/, ''), [hmac('sha256', secret, [raw], 'hex')])
}

function lateness(at: Instant, now: Instant): string | null {
  if (Number.isNaN(at)) return 'it does not say when it was signed'
  return Math.abs(now - at) <= windowMs ? null : 'it was signed more than ten minutes ago'
}

function matches(given: string | undefined, expected: readonly string[]): string | null {
  if (given === undefined) return unsigned
  let isOne = false
  for (const one of expected) isOne = isEqual(given, one) || isOne
  return isOne ? null : wrongSignature
}

/** Hashes are of one length, so that neither the length nor the place of a difference shows in the time it takes. */
function isEqual(left: string, right: string): boolean {
  const [one, other] = [left, right].map((text) => createHash('sha256').update(text).digest())
  return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}

const unsigned = 'it is not signed'
const wrongSignature = 'its signature is wrong'
