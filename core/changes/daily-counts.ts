import { dayMs, type Instant, toDay } from '../base/time.ts'

export type DailyCount = { readonly day: string; readonly contacts: number }

/**
 * Contacts a UTC day, days without any among them. The first and the last day of the records are left out: the records
 * hold them only in part, and a fall at an end would look like an effect.
 */
export function countDaily(
  counts: readonly DailyCount[],
  period: { readonly from: Instant; readonly to: Instant },
): readonly DailyCount[] {
  const contactsOn = new Map<string, number>()
  for (const { day, contacts } of counts) contactsOn.set(day, (contactsOn.get(day) ?? 0) + contacts)
  const first = Math.floor(period.from / dayMs) + 1
  const last = Math.floor(period.to / dayMs) - 1
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const day = toDay((first + index) * dayMs)
    return { day, contacts: contactsOn.get(day) ?? 0 }
  })
}
