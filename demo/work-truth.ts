import type { Instant } from '../core/base/time.ts'
import { randomFrom } from '../core/stats/random.ts'
import type { Channel } from './company.ts'
import { liveOn } from './life/live-on.ts'
import type { Draft } from './life/telling.ts'
import { countHandOffs } from './truth.ts'
import { type StorySettings, walkLives } from './walk.ts'

/** What work really costs at Larkmoor: what a good planner would like to know. Calls take what the export says. */
export const workTruth = {
  minutes: { email: 7.2, chat: 9.1, 'web form': 6.4, 'shop visit': 11.5 },
  repeatFactor: 1.08,
  minutesPerHandOff: 5,
  costPerHour: 42,
} as const

/** One contact as work: when, by which channel, and the minutes it really took. */
export type Work = {
  readonly person: number
  readonly issue: number
  readonly cause: string
  readonly isFirst: boolean
  readonly at: Instant
  readonly channel: Channel
  readonly durationSeconds: number | null
  readonly minutes: number
  /** Hand-offs of the whole issue, told with its first contact. */
  readonly handOffs: number
}

/** The work of the told year, or of the year after it if nothing changes; contacts follow the definitions of the glossary. */
export function* tellWork(settings: StorySettings, year: 'told' | 'coming'): Generator<Work> {
  for (const { customer, drafts: told } of walkLives(settings)) {
    const drafts = year === 'told' ? told : liveOn(settings.seed, customer.number, settings.end)
    const random = randomFrom(settings.seed ^ (year === 'told' ? 0x2545f491 : 0x6c078965), customer.number)
    for (const [issue, own] of Map.groupBy(drafts, (draft) => draft.issue)) {
      for (const [contact, parts] of Map.groupBy(own, (draft) => draft.contact)) {
        const [first] = parts
        if (first === undefined) continue
        const isFirst = contact === own[0]?.contact
        yield {
          person: customer.number,
          issue: issue.number,
          cause: issue.cause.id,
          isFirst,
          at: first.at,
          channel: first.inCase.channel,
          durationSeconds: lengthOf(parts),
          minutes: minutesOf(parts, isFirst, 0.5 + random()),
          handOffs: isFirst ? countHandOffs(own).handOffs : 0,
        }
      }
    }
  }
}

function lengthOf(parts: readonly Draft[]): number | null {
  const known = parts.flatMap(({ durationSeconds }) => (durationSeconds === null ? [] : [durationSeconds]))
  return known.length === 0 ? null : known.reduce((sum, seconds) => sum + seconds, 0)
}

function minutesOf(parts: readonly Draft[], isFirst: boolean, luck: number): number {
  const length = lengthOf(parts)
  const channel = parts[0]?.inCase.channel ?? 'email'
  if (length !== null || channel === 'phone') return (length ?? 0) / 60
  return workTruth.minutes[channel] * (isFirst ? 1 : workTruth.repeatFactor) * luck
}
