import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutArray, cutLines } from './cut-raw.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const texts = (parts: readonly Uint8Array[]) => parts.map((part) => new TextDecoder().decode(part))

test('an array is cut into its elements as they are written', () => {
  const written = ['{"a":[1,{"b":"],\\"}"}]}', '7', '"é,]"', '[[],[2]]', 'null', '{"a" : 1.0}']
  expect(texts(cutArray(bytes(`\n [${written.join(' ,\r\n ')}\t] `)))).toEqual(written)
})

test('each element of any array is found, however it is set out', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), fc.nat(3), (values, indent) => {
      const cut = texts(cutArray(bytes(JSON.stringify(values, null, indent))))
      expect(cut.map((text): unknown => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(values)))
    }),
  )
})

test('lines are cut where they end, whatever bytes they hold, without the blank ones', () => {
  const linesOf = (body: string) =>
    cutLines(Buffer.from(body, 'latin1')).map((line) => Buffer.from(line).toString('latin1'))
  expect(linesOf('{}\n \n\xe9\xa0\n\n{"a":1}\r\n')).toEqual(['{}', '\xe9\xa0', '{"a":1}\r'])
  expect(linesOf('{}')).toEqual(['{}'])
})
