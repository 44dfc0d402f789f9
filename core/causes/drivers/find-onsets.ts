import type { CauseId } from '../../base/ids.ts'
import { compareText } from '../../base/order.ts'
import { acceptedByBenjaminiHochberg } from '../../stats/benjamini-hochberg.ts'
import { type ChangePoint, findChangePoint } from '../../stats/change-point.ts'

/** The week from which on a cause came up more often, or less, than before. */
export type Onset = {
  readonly cause: CauseId
  /** Mondays: the likeliest, and between which it lies, 95 %. */
  readonly week: string
  readonly earliest: string
  readonly latest: string
  /** How often it comes up since, over before. */
  readonly ratio: ChangePoint['ratio']
}

export type OnsetInput = {
  /** Contacts a week, of all causes. */
  readonly weeks: Readonly<Record<string, number>>
  readonly causes: readonly { readonly id: CauseId; readonly weeks: Readonly<Record<string, number>> }[]
}

const falseShare = 0.05

/**
 * Finds causes that set in, or broke off, from one week to the next, as a share of all contacts: what makes all of them
 * more or fewer is no onset of one. Of the onsets told, at most 5 % are expected to be chance (Benjamini-Hochberg 1995).
 * Assumes: the first and the last week are cut off by the records, and leaves them out.
 * Refuses: causes with fewer than 20 contacts, records of fewer than 12 whole weeks. Cost: O(causes × weeks²).
 */
export function findOnsets({ weeks, causes }: OnsetInput): readonly Onset[] {
  const names = Object.keys(weeks).sort(compareText).slice(1, -1)
  const all = names.map((week) => weeks[week] ?? 0)
  const tested = causes.flatMap((cause) => {
    const point = findChangePoint(
      names.map((week) => cause.weeks[week] ?? 0),
      all,
    )
    return point === null ? [] : [{ cause: cause.id, point }]
  })
  const accepted = acceptedByBenjaminiHochberg(
    tested.map(({ point }) => point.pValue),
    falseShare,
  )
  return tested
    .filter(({ point }) => point.pValue <= accepted)
    .map(({ cause, point: { at, earliest, latest, ratio } }) => ({
      cause,
      week: names[at] ?? '',
      earliest: names[earliest] ?? '',
      latest: names[latest] ?? '',
      ratio,
    }))
}
