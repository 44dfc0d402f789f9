import { expect, test } from 'vitest'
import { oddTexts } from '../../test/odd-texts.ts'
import { readSignals } from './read-signals.ts'

const { mixed, html, ...silent } = oddTexts

test.each(Object.entries(silent))('%s shows nothing, from either side', (_, text) => {
  expect(readSignals(text, 'customer')).toEqual([])
  // Who sends a customer the trace of an error speaks in the company's own words.
  expect(readSignals(text, 'company').filter(({ kind }) => kind !== 'jargon')).toEqual([])
})

test.each([
  ['anger', mixed, 'I am so angry'],
  ['harm', html, 'was stolen'],
])('%s is found where it is said, whatever stands around it', (kind, text, said) => {
  const found = readSignals(text, 'customer').map((signal) => [
    signal.kind,
    text.slice(signal.start, signal.end),
  ])
  expect(found).toEqual([[kind, said]])
})

test('ten thousand identical messages show the same, one after the other', () => {
  const first = JSON.stringify(readSignals(mixed, 'customer'))
  const others = new Set(Array.from({ length: 10_000 }, () => JSON.stringify(readSignals(mixed, 'customer'))))
  expect([...others]).toEqual([first])
})
