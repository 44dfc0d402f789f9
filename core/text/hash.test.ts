import { expect, test } from 'vitest'
import { hashText } from './hash.ts'

test('a fingerprint is the same on every machine', () => {
  expect(hashText('')).toBe(hashText(''))
  expect(hashText('Where is my card?')).toMatch(/^[0-9a-f]{16}$/)
})

test('ten thousand texts have ten thousand fingerprints', () => {
  const found = new Set(Array.from({ length: 10_000 }, (_, index) => hashText(`text ${index}`)))
  expect(found.size).toBe(10_000)
})
