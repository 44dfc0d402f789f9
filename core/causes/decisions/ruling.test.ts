import { expect, test } from 'vitest'
import { causeId, contactId } from '../../base/ids.ts'
import { causeDecisionsOf, linkDecisionsOf, type Ruling, ruledNames } from './ruling.ts'
import { sayRuling } from './say-ruling.ts'

const late = causeId('late')
const lost = causeId('lost')
const part = causeId('part')

function aRuling(content: Ruling['content'], contacts: Ruling['contacts'] = []): Ruling {
  return { id: '1', content, contacts, reviewer: 'Ann', at: 0 }
}

const said = { contact: contactId('c1'), reason: 'Where is my parcel?' }

test('rulings decide about causes in the order in which they were made', () => {
  const rulings = [
    aRuling({ kind: 'renamed', cause: late, name: 'It is late' }),
    aRuling({ kind: 'same' }, [said, { ...said, contact: contactId('c2') }]),
    aRuling({ kind: 'placed', cause: null }, [said]),
    aRuling({ kind: 'split', cause: late, part, name: 'Lost' }, [said]),
  ]
  expect(causeDecisionsOf(rulings)).toEqual([
    { kind: 'renamed', cause: late, name: 'It is late' },
    { kind: 'placed', cause: null, text: 'Where is my parcel?' },
    { kind: 'split', cause: late, part, name: 'Lost', texts: ['Where is my parcel?'] },
  ])
  expect(linkDecisionsOf(rulings)).toEqual([{ kind: 'same', one: 'c1', other: 'c2' }])
})

test('a ruling whose texts were erased decides nothing', () => {
  const erased = [
    aRuling({ kind: 'placed', cause: late }),
    aRuling({ kind: 'split', cause: late, part, name: 'x' }),
  ]
  expect(causeDecisionsOf(erased)).toEqual([])
  expect(linkDecisionsOf([aRuling({ kind: 'notSame' }, [said])])).toEqual([])
})

test('a new name holds at once, also of a part; a cause that is gone gets none', () => {
  const names = new Map([['late', 'Where is it?']])
  const rulings = [
    aRuling({ kind: 'renamed', cause: late, name: 'It is late' }),
    aRuling({ kind: 'renamed', cause: lost, name: 'Lost' }),
    aRuling({ kind: 'split', cause: late, part, name: 'Never sent' }),
  ]
  expect([...ruledNames(names, rulings)]).toEqual([
    ['late', 'It is late'],
    ['part', 'Never sent'],
  ])
})

test('each ruling reads as a sentence', () => {
  const names = new Map([['late', 'It is late']])
  expect(sayRuling({ kind: 'merged', cause: late, into: lost }, names)).toBe(
    '“It is late” is part of “a cause that is not there now”.',
  )
  expect(sayRuling({ kind: 'placed', cause: null }, names)).toBe(
    'A message is about no cause that was found.',
  )
})
