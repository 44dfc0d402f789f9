import type { GuidelineJson } from '../../../contract/desk/guidelines.ts'

export type Option = GuidelineJson['options'][number]
export type Authority = GuidelineJson['authorities'][number]

export const emptyGuideline: GuidelineJson = {
  name: '',
  causes: [],
  intent: '',
  protects: 'both',
  options: [],
  authorities: [],
  owner: '',
  answerHours: 8,
  byDefault: 'granted',
  roundWeeks: 4,
}

/** An option that nothing is said of yet; its id is the first that is free. */
export function addOption(guideline: GuidelineJson): GuidelineJson {
  let number = guideline.options.length + 1
  while (guideline.options.some(({ id }) => id === `option-${number}`)) number += 1
  const option: Option = {
    id: `option-${number}`,
    gives: '',
    say: '',
    because: '',
    value: 0,
    cost: 0,
    conditions: [],
  }
  return { ...guideline, options: [...guideline.options, option] }
}

export function changeOption(guideline: GuidelineJson, id: string, change: Partial<Option>): GuidelineJson {
  const options = guideline.options.map((option) => (option.id === id ? { ...option, ...change } : option))
  return { ...guideline, options }
}

export function removeOption(guideline: GuidelineJson, id: string): GuidelineJson {
  return { ...guideline, options: guideline.options.filter((option) => option.id !== id) }
}

/** Sets what a role may; nought for all takes its authority away. */
export function changeAuthority(
  guideline: GuidelineJson,
  role: Authority['role'],
  change: Partial<Authority>,
): GuidelineJson {
  const none: Authority = { role, perGrant: 0, perIssue: 0, perDay: 0, shareOfIssues: null, beyond: null }
  const known = guideline.authorities.find((authority) => authority.role === role) ?? none
  const changed = { ...known, ...change }
  const others = guideline.authorities.filter((authority) => authority.role !== role)
  const isNone = changed.perGrant === 0 && changed.perIssue === 0 && changed.perDay === 0
  return { ...guideline, authorities: isNone ? others : [...others, changed] }
}
