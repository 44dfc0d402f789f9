import { describe, expect, it } from 'vitest'
import { anInteraction } from '../interactions/test-kit.ts'
import { countHandOffs } from './count-hand-offs.ts'

function passedThrough(...teams: (string | null)[]) {
  return countHandOffs(teams.map((team, at) => anInteraction({ id: `${at}`, at, team, from: 'company' })))
}

describe('countHandOffs', () => {
  it('counts changes of team and drops interactions without one', () => {
    const { handOffs, isPingPong, teams } = passedThrough(
      'First line',
      null,
      'Billing',
      'Billing',
      'Technical',
    )
    expect(handOffs.map(({ fromTeam, toTeam }) => `${fromTeam} > ${toTeam}`)).toEqual([
      'First line > Billing',
      'Billing > Technical',
    ])
    expect(teams).toEqual(['First line', 'Billing', 'Technical'])
    expect(isPingPong).toBe(false)
  })

  it('calls it ping-pong when a team gets it back', () => {
    expect(passedThrough('First line', 'Billing', 'First line').isPingPong).toBe(true)
  })

  it('ignores a team that the customer names', () => {
    const byCustomer = anInteraction({ id: 'x', at: 0, team: 'Billing', from: 'customer' })
    expect(countHandOffs([byCustomer]).teams).toEqual([])
  })
})
