import { causeId } from '../base/ids.ts'
import type { Authority, Guideline, GuidelineOption, Person } from './guideline.ts'

export function anOption(given: Partial<GuidelineOption> = {}): GuidelineOption {
  return {
    id: 'refund',
    gives: 'The second charge back today',
    say: 'I can send the second charge back to you today.',
    because: 'We charged twice, so the money is theirs.',
    value: 4000,
    cost: 4000,
    conditions: [],
    ...given,
  }
}

export function anAuthority(given: Partial<Authority> = {}): Authority {
  return {
    role: 'rep',
    perGrant: 5000,
    perIssue: 8000,
    perDay: 20_000,
    shareOfIssues: null,
    beyond: 'lead',
    ...given,
  }
}

export function aGuideline(given: Partial<Guideline> = {}): Guideline {
  return {
    name: 'Charged twice',
    causes: [causeId('charged-twice')],
    intent: 'Nobody pays twice, and nobody has to ask twice.',
    protects: 'both',
    options: [anOption(), anOption({ id: 'credit', gives: 'Two months free', cost: 2500, value: 6000 })],
    authorities: [
      anAuthority(),
      anAuthority({ role: 'lead', perGrant: 20_000, perIssue: 20_000, perDay: 100_000, beyond: null }),
    ],
    owner: 'Olga',
    answerHours: 4,
    byDefault: 'granted',
    roundWeeks: 4,
    ...given,
  }
}

export const people: readonly Person[] = [
  { name: 'Rita', role: 'rep', hasLeft: false },
  { name: 'Lena', role: 'lead', hasLeft: false },
  { name: 'Olga', role: 'owner', hasLeft: false },
  { name: 'Gone', role: 'owner', hasLeft: true },
]
