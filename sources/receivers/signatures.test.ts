import { createHash, createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type Signed, whyNotSigned } from './signatures.ts'
import { bytes, now } from './test-kit.ts'

const secret = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ=='
const raw = bytes('{"words":"cold"}')
const url = 'https://outside.example/api/receive/1'
const signed = (headers: Record<string, string>, more: Partial<Signed> = {}): Signed => ({
  headers,
  urls: [url],
  raw,
  ...more,
})
const hmac = (hash: string, text: string, encoding: 'hex' | 'base64') =>
  createHmac(hash, secret).update(text).digest(encoding)
const body = '{"words":"cold"}'
const iso = new Date(now).toISOString()
const seconds = String(now / 1000)

const good: readonly (readonly [Parameters<typeof whyNotSigned>[0], Signed])[] = [
  [
    'zendesk',
    signed({
      'x-zendesk-webhook-signature': hmac('sha256', iso + body, 'base64'),
      'x-zendesk-webhook-signature-timestamp': iso,
    }),
  ],
  ['intercom', signed({ 'x-hub-signature': `sha1=${hmac('sha1', body, 'hex')}` })],
  [
    'chatwoot',
    signed({
      'x-chatwoot-signature': `sha256=${hmac('sha256', `${seconds}.${body}`, 'hex')}`,
      'x-chatwoot-timestamp': seconds,
    }),
  ],
  ['chatwoot', signed({}, { urls: [`${url}?token=${encodeURIComponent(secret)}`] })],
  ['freshdesk', signed({ 'x-outside-in-secret': secret })],
  ['freshdesk', signed({ authorization: `Basic ${Buffer.from(`any:${secret}`).toString('base64')}` })],
  ['webhook', signed({ 'x-signature': `sha256=${hmac('sha256', body, 'hex')}` })],
  [
    'webhook',
    signed({
      'x-signature': `sha256=${hmac('sha256', `${seconds}.${body}`, 'hex')}`,
      'x-signature-timestamp': seconds,
    }),
  ],
  ['webhook', signed({ authorization: `Bearer ${secret}` })],
]

test.each(good)(
  'what %s signed is let in, with another secret, body or no signature it is not',
  (kind, request) => {
    expect(whyNotSigned(kind, secret, request, now)).toBeNull()
    expect(whyNotSigned(kind, `${secret}x`, request, now)).toBe('its signature is wrong')
    expect(whyNotSigned(kind, secret, { ...request, headers: {}, urls: [url] }, now)).toBe('it is not signed')
    const isOfBody = JSON.stringify(request.headers).includes('signature')
    if (isOfBody)
      expect(whyNotSigned(kind, secret, { ...request, raw: bytes('{}') }, now)).toBe('its signature is wrong')
  },
)

test.each(good.filter(([, { headers }]) => Object.keys(headers).some((name) => name.endsWith('timestamp'))))(
  'what %s signed long ago is a repetition',
  (kind, request) => {
    expect(whyNotSigned(kind, secret, request, now + 11 * 60_000)).toBe(
      'it was signed more than ten minutes ago',
    )
  },
)

describe('Twilio', () => {
  /** The worked example of twilio.com/docs/usage/security. */
  const params = {
    CallSid: 'CA1234567890ABCDE',
    Caller: '+12349013030',
    Digits: '1234',
    From: '+12349013030',
    To: '+18005551212',
  }
  const example = {
    headers: {
      'x-twilio-signature': '0/KCTR6DLpKmkAf8muzZqo1nDgQ=',
      'content-type': 'application/x-www-form-urlencoded',
    },
    urls: ['http://mycompany.com/myapp.php?foo=1&bar=2', 'https://mycompany.com/myapp.php?foo=1&bar=2'],
    raw: bytes(new URLSearchParams(params).toString()),
  }

  test('signs the address and each field', () => {
    expect(whyNotSigned('twilio', '12345', example, now)).toBeNull()
    expect(whyNotSigned('twilio', '12345', { ...example, raw: bytes('CallSid=1') }, now)).toBe(
      'its signature is wrong',
    )
    expect(whyNotSigned('twilio', '12345', { ...example, urls: ['https://other.example/'] }, now)).toBe(
      'its signature is wrong',
    )
  })

  test('of json signs the address, which holds the hash of the body', () => {
    const hashed = `${url}?bodySHA256=${createHash('sha256').update(body).digest('hex')}`
    const request = signed({ 'x-twilio-signature': hmac('sha1', hashed, 'base64') }, { urls: [hashed] })
    expect(whyNotSigned('twilio', secret, request, now)).toBeNull()
    expect(whyNotSigned('twilio', secret, { ...request, raw: bytes('{}') }, now)).toBe(
      'its signature is wrong',
    )
  })
})
