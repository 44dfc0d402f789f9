import { describe, expect, it } from 'vitest'
import { causeId } from '../base/ids.ts'
import { whyNotAssumption } from './assumption.ts'
import { chooseAssumptions } from './choose-assumptions.ts'
import type { CauseLoad, Handled } from './cost-inputs.ts'

/** So many contacts, half of them of 4 and half of 6 minutes, times a factor. */
function handled(contacts: number, factor = 1): Handled {
  const seconds = [240 * factor, 360 * factor]
  const squares = seconds.reduce((sum, value) => sum + value ** 2, 0)
  return { contacts, timed: contacts, seconds: contacts * 300 * factor, squares: (contacts / 2) * squares }
}

function causeWith(firsts: Handled, repeats: Handled): Pick<CauseLoad, 'channels'> & CauseLoad {
  return {
    id: causeId('refund'),
    name: 'Refund',
    contacts: firsts.contacts + repeats.contacts,
    repeats: repeats.contacts,
    handOffs: 0,
    contactSquares: 0,
    channels: [{ channel: 'phone', firsts, repeats }],
    length: 1,
    weeks: [],
    leaving: { cannotSay: 'nobody says who left' },
  }
}

const find = (name: string, entered: Parameters<typeof chooseAssumptions>[0], cause: CauseLoad) =>
  chooseAssumptions(entered, { causes: [cause] }).find((assumption) => assumption.name === name)

describe('chooseAssumptions', () => {
  it('prefers what was entered to what was measured, and that to our default', () => {
    const cause = causeWith(handled(400), handled(20))
    const entered = { name: 'minutesPerContact:phone', low: 1, mid: 2, high: 3, by: 'Ann', at: '2026-06-30' }
    // sd 60.075 s of 400: standard error 0.05006 minutes
    expect(find('minutesPerContact:phone', [], cause)).toMatchObject({
      source: 'measured',
      mid: 5,
      low: expect.closeTo(4.902, 3),
    })
    expect(find('minutesPerContact:phone', [entered], cause)).toMatchObject({
      source: 'entered',
      mid: 2,
      reference: 'Entered by Ann on 2026-06-30.',
    })
    expect(find('minutesPerContact:phone', [], causeWith(handled(20), handled(20)))).toMatchObject({
      source: 'default',
      mid: 8,
    })
  })

  it('measures the minutes of any contact where no channel is known', () => {
    const cause = causeWith(handled(400), handled(20))
    const channels = cause.channels.map((load) => ({ ...load, channel: '' }))
    expect(find('minutesPerContact', [], { ...cause, channels })).toMatchObject({
      source: 'measured',
      mid: 5,
    })
    expect(find('minutesPerContact', [], cause)).toMatchObject({ source: 'default', mid: 8 })
  })

  it('measures how much longer repeats take where there are enough of both', () => {
    expect(find('repeatFactor', [], causeWith(handled(400), handled(200, 1.2)))).toMatchObject({
      source: 'measured',
      mid: expect.closeTo(1.2, 9),
    })
    expect(find('repeatFactor', [], causeWith(handled(400), handled(20, 1.2)))).toMatchObject({
      source: 'default',
    })
  })
})

describe('whyNotAssumption', () => {
  it.each([
    [{ name: 'costPerHour', low: -1, mid: 2, high: 3 }, 'negative'],
    [{ name: 'costPerHour', low: 3, mid: 2, high: 3 }, 'above the middle'],
    [{ name: 'costPerHour', low: 1, mid: 2, high: 1e12 }, 'one million'],
    [{ name: 'costPerHour', low: 1, mid: Number.NaN, high: 3 }, 'number'],
    [{ name: 'luck', low: 1, mid: 2, high: 3 }, 'no assumption named'],
    [{ name: 'minutesPerContact:', low: 1, mid: 2, high: 3 }, 'no assumption named'],
  ])('refuses %o', (assumption, because) => {
    expect(whyNotAssumption(assumption)).toContain(because)
  })

  it('takes a sensible one', () => {
    expect(whyNotAssumption({ name: 'costPerHour', low: 1, mid: 2, high: 3 })).toBeNull()
    expect(whyNotAssumption({ name: 'minutesPerContact:chat', low: 1, mid: 2, high: 3 })).toBeNull()
  })
})
