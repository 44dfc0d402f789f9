import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { causeId } from '../../base/ids.ts'
import { parseWordTable } from '../../text/word-table.ts'
import { prepareAssigner } from '../assign-cause.ts'
import { defaultGrain, discoverCauses } from '../discover-causes.ts'
import { applyDecisions } from './apply-decisions.ts'
import type { CauseDecision } from './cause-decision.ts'

const table = parseWordTable(readFileSync(new URL('../../../models/words.bin', import.meta.url)))
const words = { parcel: ['parcel', 'package', 'delivery'], password: ['password', 'login', 'passcode'] }
const texts = [
  ...words.parcel.flatMap((word) => [
    `Where is my ${word}?`,
    `My ${word} has not arrived`,
    `The ${word} never came`,
  ]),
  ...words.password.flatMap((word) => [
    `I forgot my ${word}`,
    `My ${word} does not work`,
    `How can I reset the ${word}?`,
  ]),
]
const model = discoverCauses(
  texts.map((text, index) => ({ id: `m${index}`, text })),
  table,
  { grain: defaultGrain },
)
const found = (text: string) => prepareAssigner(model, table)(text)?.cause ?? null
const parcels = found('Where is my parcel?') ?? causeId('')
const passwords = found('I forgot my password') ?? causeId('')

function decide(...decisions: readonly CauseDecision[]) {
  const decided = applyDecisions(model, decisions)
  const assign = prepareAssigner(decided, table)
  return {
    decided,
    nameOf: (cause: string) => decided.causes.find(({ id }) => id === cause)?.name,
    causeOf: (text: string) => assign(text)?.cause ?? null,
  }
}

describe('what people decide about causes', () => {
  test('a renamed cause keeps its id and its texts', () => {
    const { nameOf, causeOf } = decide({ kind: 'renamed', cause: parcels, name: 'Nothing came' })
    expect(nameOf(parcels)).toBe('Nothing came')
    expect(causeOf('Where is my parcel?')).toBe(parcels)
  })

  test('two causes never share a name: whoever was renamed has it', () => {
    const name = model.causes.find(({ id }) => id === passwords)?.name ?? ''
    const { decided, nameOf } = decide({ kind: 'renamed', cause: parcels, name })
    expect(nameOf(parcels)).toBe(name)
    expect(new Set(decided.causes.map((cause) => cause.name)).size).toBe(decided.causes.length)
  })

  test('texts of a merged cause are about the other, and no theme names it', () => {
    const { decided, causeOf } = decide({ kind: 'merged', cause: passwords, into: parcels })
    expect(causeOf('I forgot my password')).toBe(parcels)
    expect(decided.themes.flatMap(({ causes }) => causes)).not.toContain(passwords)
    expect(decided.causes.map(({ id }) => id)).not.toContain(passwords)
  })

  test('a part that was split off takes the texts like its own and leaves the rest', () => {
    const part = causeId('part')
    const texts = ['How can I reset the password?', 'How can I reset the login?']
    const { nameOf, causeOf } = decide({ kind: 'split', cause: passwords, part, name: 'Resetting', texts })
    expect(nameOf(part)).toBe('Resetting')
    expect(causeOf('How can I reset the passcode?')).toBe(part)
    expect(causeOf('I forgot my password')).toBe(passwords)
  })

  test('a placed text is where a person put it, in any spelling, and the last word holds', () => {
    const text = 'My delivery has not arrived'
    const moved: CauseDecision = { kind: 'placed', text, cause: passwords }
    expect(decide(moved).causeOf('my delivery has NOT arrived!')).toBe(passwords)
    expect(decide(moved, { kind: 'placed', text, cause: null }).causeOf(text)).toBeNull()
    expect(decide(moved, { kind: 'placed', text, cause: parcels }).causeOf(text)).toBe(parcels)
  })

  test('a decision about a cause that is not there changes nothing', () => {
    const gone = causeId('gone')
    const decisions: CauseDecision[] = [
      { kind: 'renamed', cause: gone, name: 'Gone' },
      { kind: 'merged', cause: gone, into: parcels },
      { kind: 'merged', cause: parcels, into: gone },
      { kind: 'split', cause: gone, part: causeId('part'), name: 'Part', texts: ['a part'] },
      { kind: 'placed', text: 'Where is my parcel?', cause: gone },
    ]
    expect(decide(...decisions).decided).toEqual(model)
  })
})
