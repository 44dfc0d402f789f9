import type { Guard } from '../proof/verdict.ts'

/** How many there were of each kind before and since: customers by segment, contacts by channel. */
export type Mix = {
  readonly of: string
  readonly kinds: readonly { readonly name: string; readonly before: number; readonly after: number }[]
}

/** A mix that moved by more than this share is no longer the same mix. */
const mostShifted = 0.1

/**
 * Holds when the kinds are made up as before: at most a tenth would have to change kind, chance apart.
 * Chance is taken at its mean: half the sum of |differences| that multinomial counts of this size show by themselves.
 */
export function checkMix(mix: Mix | null): Guard {
  if (mix === null) {
    return {
      name: 'mix',
      status: 'notApplicable',
      sentence: 'The series does not say what it is made up of.',
    }
  }
  const { kinds, of } = mix
  const before = kinds.reduce((sum, kind) => sum + kind.before, 0)
  const after = kinds.reduce((sum, kind) => sum + kind.after, 0)
  if (before === 0 || after === 0) {
    return { name: 'mix', status: 'notApplicable', sentence: `There are no ${of} on one side of the change.` }
  }
  const shifts = kinds.map(({ name, before: was, after: is }) => ({ name, shift: is / after - was / before }))
  const shifted = shifts.reduce((sum, { shift }) => sum + Math.abs(shift), 0) / 2
  const excess = shifted - byChance(kinds, before, after)
  const largest = shifts.reduce((left, right) =>
    Math.abs(right.shift) > Math.abs(left.shift) ? right : left,
  )
  if (excess <= mostShifted) {
    return { name: 'mix', status: 'passed', sentence: `The mix of ${of} is about what it was.` }
  }
  return {
    name: 'mix',
    status: 'failed',
    sentence:
      `the mix of ${of} is another one: “${largest.name}” went from ` +
      `${percent(largest.shift, kinds, largest.name, before, after)}, so before and after are not alike`,
  }
}

/** Mean of half the summed |differences| of shares under no shift: each is half-normal. */
function byChance(kinds: Mix['kinds'], before: number, after: number): number {
  return kinds.reduce((sum, kind) => {
    const share = (kind.before + kind.after) / (before + after)
    return sum + 0.5 * Math.sqrt((2 / Math.PI) * share * (1 - share) * (1 / before + 1 / after))
  }, 0)
}

function percent(_: number, kinds: Mix['kinds'], name: string, before: number, after: number): string {
  const kind = kinds.find((one) => one.name === name)
  const say = (value: number) => `${(100 * value).toFixed(0)} %`
  return `${say((kind?.before ?? 0) / before)} to ${say((kind?.after ?? 0) / after)}`
}
