import { expect, test } from 'vitest'
import { foldTexts } from './distinct-texts.ts'
import { prepareFaults } from './title-faults.ts'

const faultsOf = prepareFaults([])

test.each([
  ['Where is my refund?', 'You take money punctually'],
  ['Your cancellation form does not work', 'That is it, I have had it'],
  ['The parcel never came', 'First I did nothing, then I grew annoyed, now I am asking'],
  ['The bill is higher than agreed', 'Nobody seems to care, and it makes me so angry'],
  ['The refund has not come', 'My bank says such a payment takes a day'],
  ['My bill is wrong again', 'My bill of 12 March is wrong again'],
  [
    'We are moving house and want to keep the contract',
    'We are moving to Oxley and want to keep the contract',
  ],
  ['Your engineer did not come', 'Your engineer did not come even to the second one'],
  ['The router does not connect', 'The router dont connect'],
  ['The speed is far too low', 'It is far too low'],
])('"%s" names a cause better than "%s"', (better, worse) => {
  expect(faultsOf(better)).toBeLessThan(faultsOf(worse))
})

test('where there is much to read, a word that hardly anybody writes counts against a name', () => {
  const texts = Array.from({ length: 300 }, (_, index) => ({
    id: `m${index}`,
    text: `the meter is wrong ${'very '.repeat(index)}`,
  }))
  const given = prepareFaults(foldTexts([...texts, { id: 'one', text: 'the metre is wrong' }]))
  expect(given('The metre is wrong')).toBeGreaterThan(given('The meter is wrong'))
})
