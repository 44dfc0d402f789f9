import { minuteMs } from '../base/time.ts'
import type { CausedContact } from './contact.ts'

/** How soon the same customer came again, in minutes; null when they did not, or when times are unknown. */
export type FollowUp = {
  /** About anything. */
  readonly minutesToNext: number | null
  /** About the same cause, or in the same case. */
  readonly minutesToSame: number | null
}

/**
 * Says for each contact of one customer when the next one came, and when the next one about the same thing came.
 * Assumes: contacts of one known customer in time order. Returns one entry a contact, in the same order. Cost: O(n).
 */
export function findFollowUps(contacts: readonly CausedContact[]): readonly FollowUp[] {
  const followUps: FollowUp[] = []
  const nextAbout = new Map<string, number>()
  let nextAt: number | null = null
  for (let index = contacts.length - 1; index >= 0; index--) {
    const contact = contacts[index]
    if (contact === undefined) continue
    const { at, cause, caseKey } = contact
    const keys = cause === null ? [`case ${caseKey}`] : [`case ${caseKey}`, `cause ${cause}`]
    const sameAt = keys.map((key) => nextAbout.get(key) ?? Number.POSITIVE_INFINITY)
    const soonest = Math.min(...sameAt)
    followUps.push({
      minutesToNext: at === null || nextAt === null ? null : (nextAt - at) / minuteMs,
      minutesToSame: at === null || soonest === Number.POSITIVE_INFINITY ? null : (soonest - at) / minuteMs,
    })
    if (at === null) continue
    for (const key of keys) nextAbout.set(key, at)
    nextAt = at
  }
  return followUps.reverse()
}
