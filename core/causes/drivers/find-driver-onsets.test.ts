import { describe, expect, test } from 'vitest'
import { isKnown } from '../../base/cannot-say.ts'
import { causeId } from '../../base/ids.ts'
import { dayMs, toDay } from '../../base/time.ts'
import { drawPoisson } from '../../stats/draws.ts'
import { randomFrom } from '../../stats/random.ts'
import { type DriverWeek, findDriverOnsets } from './find-driver-onsets.ts'

const late = causeId('late')
const monday = Date.UTC(2025, 0, 6)
const weeks = Array.from({ length: 52 }, (_, week) => toDay(monday + 7 * week * dayMs))
const region = { kind: 'attribute', attribute: 'region' } as const

/** By week: contacts about the cause and about others, in the north and elsewhere. */
function rowsOf(value: string, countsOf: (week: number) => readonly [number, number, number, number]) {
  return weeks.flatMap((week, index): DriverWeek[] => {
    const [northLate, northOther, elseLate, elseOther] = countsOf(index)
    const row = (given: Partial<DriverWeek>) => ({
      ...region,
      value,
      week,
      cause: late,
      contacts: 0,
      ...given,
    })
    return [
      row({ contacts: northLate }),
      row({ cause: null, contacts: northOther }),
      row({ value: null, contacts: northLate + elseLate }),
      row({ value: null, cause: null, contacts: northOther + elseOther }),
    ]
  })
}

const onsetOf = (value: string, rows: readonly DriverWeek[]) =>
  findDriverOnsets([{ ...region, value, cause: late }], rows)[0]?.onset

describe('since when something goes with a cause', () => {
  test('the week is found in which a value began to go with the cause, with an interval', () => {
    const random = randomFrom(3, 1)
    const draw = (mean: number) => drawPoisson(mean, random)
    const onset = onsetOf(
      'north',
      rowsOf('north', (week) => [draw(week < 30 ? 1 : 20), draw(60), draw(12), draw(180)]),
    )
    expect(onset).toMatchObject({ week: expect.stringMatching(/^2025-(07|08)/) })
    if (onset === undefined || !isKnown(onset)) throw new Error('no onset')
    expect([onset.earliest <= (weeks[30] ?? ''), onset.latest >= (weeks[30] ?? '')]).toEqual([true, true])
    expect(onset.ratio.low).toBeGreaterThan(1)
  })

  test('a cause that grows everywhere, or a value that becomes usual, is no onset of the two together', () => {
    const random = randomFrom(3, 2)
    const draw = (mean: number) => drawPoisson(mean, random)
    const times = (week: number) => (week < 26 ? 1 : 3)
    const busier = rowsOf('north', (week) => [
      draw(6 * times(week)),
      draw(60),
      draw(9 * times(week)),
      draw(180),
    ])
    const usual = rowsOf('north', (week) => [
      draw(6 * times(week)),
      draw(60 * times(week)),
      draw(9),
      draw(180),
    ])
    for (const rows of [busier, usual])
      expect(onsetOf('north', rows)).toEqual({ cannotSay: expect.stringContaining('no week stands out') })
  })

  test('a value that came up late says since when it is there', () => {
    const rows = rowsOf('north', (week) => (week < 20 ? [0, 0, 10, 200] : [6, 60, 10, 200]))
    expect(
      onsetOf(
        'north',
        rows.filter(({ contacts }) => contacts > 0),
      ),
    ).toEqual({
      cannotSay: 'no week stands out since it first came up, in the week of 26 May 2025',
    })
  })

  test('few contacts say nothing', () => {
    expect(
      onsetOf(
        'north',
        rowsOf('north', (week) => [week % 3 === 0 ? 1 : 0, 6, 10, 200]),
      ),
    ).toEqual({
      cannotSay: expect.stringContaining('fewer than twelve weeks'),
    })
  })

  test('of many that went with it all along, at most one in twenty is told an onset', () => {
    const random = randomFrom(3, 5)
    const draw = (mean: number) => drawPoisson(mean, random)
    const rows = Array.from({ length: 60 }, (_, at) =>
      rowsOf(`v${at}`, () => [draw(2), draw(20), draw(6), draw(200)]).map((row) => ({
        ...row,
        attribute: `a${at}`,
      })),
    )
    const drivers = rows.map((_, at) => ({ ...region, attribute: `a${at}`, value: `v${at}`, cause: late }))
    const found = findDriverOnsets(drivers, rows.flat())
    expect(found.filter(({ onset }) => isKnown(onset)).length).toBeLessThanOrEqual(3)
  })
})
