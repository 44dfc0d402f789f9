import type { CustomerSignal } from '../../core/signals/signal.ts'
import type { Team } from '../company.ts'

/** When in the year a cause weighs more. */
export type Season = 'even' | 'winter' | 'summer' | 'autumn' | 'storms'

/** An attribute value under which the cause is `times` as frequent; planted, and part of the truth. */
export type Driver = { readonly attribute: string; readonly value: string; readonly times: number }

/** One planted reason for which Larkmoor's customers turn to it. */
export type DemoCause = {
  readonly id: string
  readonly theme: string
  /** As a manager would say it; the readings are not expected to find these very words. */
  readonly name: string
  /** Failure demand would not exist had all been done right; value demand is business. */
  readonly demand: 'failure' | 'value'
  /** What the company files it under: coarse, and in one case of seven wrong. */
  readonly category: string
  /** How often it arises beside the others, before season, driver and change. */
  readonly weight: number
  /** Who can really settle it. */
  readonly owner: Team
  /** Which of the company's two trades a customer must have for it to arise. */
  readonly needs: 'internet' | 'energy' | 'any'
  readonly season: Season
  /** How often one well handled contact settles it. */
  readonly ease: number
  /** How often the first line can settle it without the owner. */
  readonly firstLineCan: number
  /** What people feel first; frustration and then anger follow when they have to come back. */
  readonly feeling: CustomerSignal | null
  /** Where on the ladder calm, feeling, frustration, anger they start. */
  readonly heat: 0 | 1 | 2
  readonly driver: Driver | null
  /** The day before the end of the story on which it first arises; null when it was always there. */
  readonly startsDaysBeforeEnd: number | null
  /** What customers come back with after this one. */
  readonly leadsTo: { readonly cause: string; readonly share: number } | null
}
