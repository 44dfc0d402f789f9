import { describe, expect, it } from 'vitest'
import { judgeSeries } from '../../core/changes/proof/judge-series.ts'
import { defaultProof } from '../../core/changes/proof/verdict.ts'
import { simulate } from '../../measure/proof/simulate.ts'
import { judgeAside } from './think.ts'

const surroundings = { otherChanges: null, mix: null }
const order = {
  series: simulate({ name: 'week', season: 2, junkControls: 2 }, { history: 200, after: 60 }, 2, 1).series,
  settings: defaultProof,
  surroundings,
}

describe('judgeAside', () => {
  it('says what the same judgement says here, while this thread goes on', async () => {
    let turns = 0
    let isAnswered = false
    const turn = () => {
      turns += 1
      if (!isAnswered) setImmediate(turn)
    }
    setImmediate(turn)
    const { judgement } = await judgeAside(order)
    isAnswered = true
    expect(judgement).toEqual(judgeSeries(order.series, defaultProof, surroundings).judgement)
    // A judgement made on this thread would let the loop turn once.
    expect(turns).toBeGreaterThan(10)
  })

  it('passes on what went wrong, and answers the next', async () => {
    const broken = { ...order, series: JSON.parse('{}') }
    const [failed, judged] = await Promise.allSettled([judgeAside(broken), judgeAside(order)])
    expect(failed.status).toBe('rejected')
    expect(judged.status).toBe('fulfilled')
  })
})
