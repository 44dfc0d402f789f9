import type { Known } from '../base/cannot-say.ts'
import type { CauseId } from '../base/ids.ts'
import type { Assumption } from './assumption.ts'
import { meanMinutes, minutesFor } from './choose-assumptions.ts'
import type { CauseLoad, ChannelLoad, CostInputs } from './cost-inputs.ts'
import type { Leaving } from './leaving/leaving.ts'
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

/** From how many contacts of a cause its own length counts. */
const enoughForLength = 30

/** Puts what the records show of each cause into amounts for one issue, with its projected volume. */
export function prepareLoads(
  { history, assumptions, months }: CostInputs,
  covered: readonly number[],
): readonly UnitLoad[] {
  const usual = usualMinutes(history.causes)
  return history.causes.map((cause) => {
    const firsts = Math.max(1, cause.contacts - cause.repeats)
    const projection = projectVolume(cause.weeks, covered, months)
    const issues = projection.months.reduce((sum, month) => sum + month, 0)
    return {
      id: cause.id,
      name: cause.name,
      projection,
      issues,
      deviation: deviationOf(cause, firsts, projection, issues),
      contactsPerIssue: cause.contacts / firsts,
      handOffsPerIssue: cause.handOffs / firsts,
      minutes: minutesOf(cause, firsts, assumptions, lengthOf(cause, usual)),
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
  { channels }: CauseLoad,
  firsts: number,
  assumptions: readonly Assumption[],
  length: number,
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

type Usual = ReadonlyMap<string, { readonly firsts: number; readonly repeats: number }>

/** Mean minutes by channel over all causes; zero where none are on record. */
function usualMinutes(causes: readonly CauseLoad[]): Usual {
  const byChannel = Map.groupBy(
    causes.flatMap(({ channels }) => channels),
    ({ channel }) => channel,
  )
  const meanOf = (loads: readonly ChannelLoad[], part: 'firsts' | 'repeats') => {
    const timed = loads.reduce((sum, load) => sum + load[part].timed, 0)
    return timed === 0 ? 0 : loads.reduce((sum, load) => sum + load[part].seconds, 0) / timed / 60
  }
  return new Map(
    [...byChannel].map(([channel, loads]) => [
      channel,
      { firsts: meanOf(loads, 'firsts'), repeats: meanOf(loads, 'repeats') },
    ]),
  )
}

/** How long the cause's contacts take against others by the same channels; 1 where too few lengths are on record to say. */
function lengthOf({ channels }: CauseLoad, usual: Usual): number {
  let timed = 0
  let own = 0
  let expected = 0
  for (const { channel, firsts, repeats } of channels) {
    for (const [part, handled] of [
      ['firsts', firsts],
      ['repeats', repeats],
    ] as const) {
      timed += handled.timed
      own += (meanMinutes(handled)?.mean ?? 0) * handled.timed
      expected += (usual.get(channel)?.[part] ?? 0) * handled.timed
    }
  }
  return timed >= enoughForLength && expected > 0 && own > 0 ? own / expected : 1
}
