import { describe, expect, it } from 'vitest'
import { isKnown } from '../../core/base/cannot-say.ts'
import { causeId } from '../../core/base/ids.ts'
import { emptyTally } from '../../core/causes/tally.ts'
import { posturesOf } from './postures.ts'

function counted(causes: Readonly<Record<string, number>>, agents: readonly string[]) {
  const { counts } = emptyTally()
  return {
    ...counts,
    companyTexts: 100,
    causePostures: Object.fromEntries(
      Object.entries(causes).map(([cause, outsideIn]) => [
        cause,
        {
          months: { '2026-01': { outsideIn, insideOut: 10, both: 0, neither: 10 } },
          agents: Object.fromEntries(agents.map((agent) => [`${agent} of ${cause}`, 1])),
        },
      ]),
    ),
  }
}

const about = (...causes: string[]) => ({ id: '1', name: 'Moving house', causes: causes.map(causeId) })

describe('posturesOf guidelines', () => {
  it('adds up the answers about all its causes, and the people who gave them', () => {
    const { guidelines } = posturesOf(
      counted({ moved: 20, paid: 0 }, ['Ann', 'Ben']),
      [],
      [about('moved', 'paid')],
    )
    if (!isKnown(guidelines)) throw new Error(guidelines.cannotSay)
    const [only] = guidelines
    expect(only).toMatchObject({
      id: '1',
      name: 'Moving house',
      posture: { messages: 60, outsideIn: { n: 60 } },
    })
    expect(only?.posture).toMatchObject({ outsideIn: { value: 1 / 3 }, insideOut: { value: 1 / 3 } })
  })

  it('cannot say it of few people, of a guideline about nothing that was answered, and where none holds', () => {
    const counts = counted({ moved: 20 }, ['Ann', 'Ben'])
    const { guidelines } = posturesOf(counts, [], [about('moved'), { ...about('gone'), id: '2' }])
    if (!isKnown(guidelines)) throw new Error(guidelines.cannotSay)
    expect(guidelines.map(({ posture }) => posture)).toEqual([
      { cannotSay: expect.stringContaining('fewer than 3 people') },
      { cannotSay: expect.stringContaining('fewer than 30 messages') },
    ])
    expect(posturesOf(counts, [], []).guidelines).toEqual({ cannotSay: 'no guideline holds yet' })
  })
})
