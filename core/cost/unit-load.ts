import type { Known } from '../base/cannot-say.ts'
import type { CauseId } from '../base/ids.ts'
import type { Assumption } from './assumption.ts'
import { minutesFor } from './choose-assumptions.ts'
import type { CauseLoad, CostInputs } from './cost-inputs.ts'
import type { Leaving } from './leaving/leaving.ts'
import { projectTogether } from './volume/project-together.ts'
import { type Projection, projectVolume } from './volume/project-volume.ts'

/** What one issue of a cause brings on average, and how many issues are to come. */
export type UnitLoad = {
  readonly id: CauseId
  readonly name: string
  readonly projection: Projection
  /** Issues over the horizon, in the middle. */
  readonly issues: number
  /** Standard deviation of the logarithm of issues times what an issue brings. */
  readonly deviation: number
  readonly contactsPerIssue: number
  readonly handOffsPerIssue: number
  /** Contacts an issue brings, by the assumption that tells their minutes; longer or shorter ones count by their length. */
  readonly minutes: readonly {
    readonly name: string
    readonly firsts: number
    readonly repeats: number
  }[]
  /** More customers who leave, for each issue. */
  readonly leaving: Known<Pick<Leaving, 'difference' | 'standardError'>>
}

/** Puts what the records show of each cause into amounts for one issue, with its projected volume. */
export function prepareLoads(
  { history, only, assumptions, months }: CostInputs,
  covered: readonly number[],
): readonly UnitLoad[] {
  const projections = projectTogether(history.causes, covered, months)
  return history.causes.flatMap((cause, index) => {
    if (only !== undefined && !only.includes(cause.id)) return []
    const firsts = Math.max(1, cause.contacts - cause.repeats)
    const projection = projections[index] ?? projectVolume(cause.weeks, covered, months)
    const issues = projection.months.reduce((sum, month) => sum + month, 0)
    return {
      id: cause.id,
      name: cause.name,
      projection,
      issues,
      deviation: deviationOf(cause, firsts, projection, issues),
      contactsPerIssue: cause.contacts / firsts,
      handOffsPerIssue: cause.handOffs / firsts,
      minutes: minutesOf(cause, firsts, assumptions),
      leaving: cause.leaving,
    }
  })
}

/** Level, chance in the months to come, and unlike issues: in those seen and in those to come. */
function deviationOf(
  cause: CauseLoad,
  firsts: number,
  { variation, dispersion }: Projection,
  issues: number,
) {
  const mean = Math.max(1, cause.contacts / firsts)
  const unlike = Math.max(0, cause.contactSquares / firsts - mean ** 2) / mean ** 2
  const chance = issues > 0 ? (dispersion + unlike) / issues : 0
  return Math.sqrt(Math.log(1 + variation ** 2 + chance + unlike / firsts))
}

function minutesOf(
  { channels, length }: CauseLoad,
  firsts: number,
  assumptions: readonly Assumption[],
): UnitLoad['minutes'] {
  const sums = new Map<string, { firsts: number; repeats: number }>()
  for (const load of channels) {
    const name = minutesFor(assumptions, load.channel)
    const sum = sums.get(name) ?? { firsts: 0, repeats: 0 }
    sum.firsts += (length * load.firsts.contacts) / firsts
    sum.repeats += (length * load.repeats.contacts) / firsts
    sums.set(name, sum)
  }
  return [...sums].map(([name, sum]) => ({ name, ...sum }))
}
