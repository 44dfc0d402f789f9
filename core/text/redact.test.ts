import { expect, it } from 'vitest'
import { redactText } from './redact.ts'

it('takes out what is known of the customer, whole and in parts, however it is written', () => {
  const identities = [
    'email:ann.lindqvist@example.org',
    'account:KX-4471',
    'name:Anna-Maria Lindqvist',
    'phone:+46 70 123 45 67',
  ]
  expect(redactText('anna-maria lindqvist here, account kx-4471: ANN cannot log in', identities)).toBe(
    '[name] here, account [name]: [name] cannot log in',
  )
  expect(redactText('Call +46 70 123 45 67 or write ann.lindqvist@example.org', identities)).toBe(
    'Call [name] or write [name]',
  )
})

it('takes out numbers, addresses, cards and accounts of anybody', () => {
  const said =
    'Card 4111 1111 1111 1111, IBAN GB29 NWBK 6016 1331 9268 19, born 04/11/1982, call 020 7946 0958, mail bo@x.se, ref 2231'
  const redacted = redactText(said, [])
  expect(redacted).not.toMatch(/\d{2}|@|NWBK/)
  expect(redacted).toMatch(
    /^Card \[.+\], \[number\], born \[number\], call \[.+\], mail \[email\], ref \[number\]$/,
  )
})

it('takes out a full name inside a sentence, and keeps what the customer wants', () => {
  expect(redactText('I spoke to Petra Novakova about the refund of 45 euros for 2 tickets.', [])).toBe(
    'I spoke to [name] about the refund of 45 euros for 2 tickets.',
  )
  expect(redactText('My card was declined twice at the shop', ['email:card@example.org'])).toBe(
    'My [name] was declined twice at the shop',
  )
})

it('treats what an identity is made of as plain signs', () => {
  expect(redactText('a+b (c) is fine', ['name:a+b (c', 'account:.*'])).toBe('[name]) is fine')
})
