import { describe, expect, it } from 'vitest'
import { causeId } from '../../base/ids.ts'
import { dayMs } from '../../base/time.ts'
import type { Life } from '../../causes/tallies/sample-lives.ts'
import { listTraits, peopleOfCause } from './people-of-cause.ts'

const refund = causeId('refund')
const other = 'other'

/** Days of contacts with their causes; the plan stays, the ticket's priority changes. */
function aLife(key: string, contacts: readonly (readonly [number, string])[], leftDay: number | null): Life {
  return {
    key,
    contacts: contacts.map(([day, cause], index) => ({
      at: day * dayMs,
      cause: causeId(cause),
      opensIssue: true,
      attributes: { plan: key.startsWith('f') ? 'monthly' : 'yearly', priority: String(index) },
    })),
    leftAt: leftDay === null ? null : leftDay * dayMs,
  }
}

const people = (lives: readonly Life[]) => peopleOfCause(lives, refund, 365 * dayMs, ['plan'])

describe('peopleOfCause', () => {
  it('looks at leaving from the first contact about the cause on, with what was known then', () => {
    expect(
      people([
        aLife(
          'f0000000',
          [
            [10, other],
            [60, 'refund'],
            [70, other],
          ],
          120,
        ),
      ]),
    ).toEqual([
      {
        hasCause: true,
        left: true,
        traits: { plan: 'monthly', 'contacts in the 90 days before': '1', 'day of the records': '60' },
      },
    ])
  })

  it('does not count leaving after the window, nor anyone who cannot be watched for it', () => {
    expect(people([aLife('f0000000', [[60, 'refund']], 151)])).toMatchObject([{ left: false }])
    expect(people([aLife('f0000000', [[300, 'refund']], 320)])).toEqual([])
  })

  it('looks at those without the cause from the beginning of another issue', () => {
    expect(people([aLife('f0000000', [[10, other]], 90)])).toMatchObject([
      { hasCause: false, left: true, traits: { 'day of the records': '10' } },
    ])
    // 0xf0000001 is odd: the second of two
    expect(
      people([
        aLife(
          'f0000001',
          [
            [10, other],
            [80, other],
          ],
          90,
        ),
      ]),
    ).toMatchObject([{ hasCause: false, left: true, traits: { 'day of the records': '80' } }])
    expect(people([aLife('f0000000', [[300, other]], null)])).toEqual([])
  })
})

it('takes for traits what stays with a customer from contact to contact', () => {
  expect(
    listTraits([
      aLife(
        'f0000000',
        [
          [1, 'refund'],
          [2, other],
          [3, other],
        ],
        null,
      ),
    ]),
  ).toEqual(['plan'])
})
