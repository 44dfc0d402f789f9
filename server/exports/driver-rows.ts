import type { CausePage } from '../../contract/screens.ts'
import { isKnown } from '../../core/base/cannot-say.ts'
import type { ExportRow } from './export-rows.ts'

/** One row a driver: what goes with a cause, how many times as often, and since when. */
export function driverRows({ cause, drivers }: CausePage): ExportRow[] {
  return drivers.map(({ kind, attribute, value, name, contacts, lift, onset }) => {
    const known = isKnown(onset) ? onset : null
    return {
      cause: cause.id,
      causeName: cause.name,
      kind,
      attribute,
      value,
      name,
      contacts,
      lift: lift.value,
      liftLow: lift.low,
      liftHigh: lift.high,
      onset: known?.week ?? null,
      onsetEarliest: known?.earliest ?? null,
      onsetLatest: known?.latest ?? null,
      onsetTimes: known?.ratio.value ?? null,
      onsetTimesLow: known?.ratio.low ?? null,
      onsetTimesHigh: known?.ratio.high ?? null,
      onsetCannotSay: isKnown(onset) ? null : onset.cannotSay,
    }
  })
}
