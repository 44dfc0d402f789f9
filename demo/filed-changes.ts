import type { Range } from '../core/base/figure.ts'
import { type Instant, toDay } from '../core/base/time.ts'
import { daysBefore, story } from './company.ts'

/** A change as someone at Larkmoor wrote it down; `cause` is the planted one that it is meant for. */
export type FiledChange = {
  readonly cause: string
  readonly what: string
  readonly owner: string
  readonly effect: Range
  readonly costToMake: Range
  readonly costToRun: Range
  readonly leadDays: number
  readonly promise: string | null
  readonly adjusts: string | null
  readonly reason: string
  readonly plannedOn: string
  /** Null while it is only planned. */
  readonly startedOn: string | null
}

const [moving, layout] = story.changes

/** The changes that Larkmoor made in its year, and two that it is still thinking about. */
export function tellFiledChanges(end: Instant): readonly FiledChange[] {
  return [
    {
      cause: moving.cause,
      what: moving.name,
      owner: 'Contracts',
      effect: { low: 0.2, mid: 0.4, high: 0.6 },
      costToMake: { low: 40, mid: 80, high: 150 },
      costToRun: { low: 0, mid: 1, high: 2 },
      leadDays: 30,
      promise: 'Moving with us is one call',
      adjusts: 'Moving house: closing the old address',
      reason: 'Nobody told the billing system that the old address is closed; customers had to.',
      plannedOn: toDay(daysBefore(end, moving.daysBeforeEnd + 30)),
      startedOn: toDay(daysBefore(end, moving.daysBeforeEnd)),
    },
    {
      cause: layout.cause,
      what: layout.name,
      owner: 'Billing',
      effect: { low: 0.1, mid: 0.25, high: 0.4 },
      costToMake: { low: 100, mid: 200, high: 350 },
      costToRun: { low: 0, mid: 0, high: 0 },
      leadDays: 45,
      promise: 'A bill that you understand at once',
      adjusts: 'The bill: first page',
      reason: 'We believed that people call because they do not find the sum on the bill.',
      plannedOn: toDay(daysBefore(end, layout.daysBeforeEnd + 45)),
      startedOn: toDay(daysBefore(end, layout.daysBeforeEnd)),
    },
    {
      cause: 'router-does-not-connect',
      what: 'Routers leave the warehouse set up and tested',
      owner: 'Deliveries',
      effect: { low: 0.3, mid: 0.5, high: 0.7 },
      costToMake: { low: 200, mid: 400, high: 700 },
      costToRun: { low: 10, mid: 20, high: 30 },
      leadDays: 40,
      promise: 'Plug in and you are online',
      adjusts: 'Ordering: the parcel is packed',
      reason: 'Most of these calls are about settings that we could have made before sending the router.',
      plannedOn: toDay(daysBefore(end, 10)),
      startedOn: null,
    },
    {
      cause: 'router-does-not-connect',
      what: 'A leaflet in the parcel explains the set-up',
      owner: 'Deliveries',
      effect: { low: 0, mid: 0.05, high: 0.15 },
      costToMake: { low: 100, mid: 200, high: 300 },
      costToRun: { low: 2, mid: 4, high: 6 },
      leadDays: 20,
      promise: null,
      adjusts: 'Ordering: the parcel is packed',
      reason: 'It is quickly done.',
      plannedOn: toDay(daysBefore(end, 10)),
      startedOn: null,
    },
  ]
}
