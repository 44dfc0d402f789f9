import type { Driver as DriverJson } from '../../contract/drivers.ts'
import { cannotSay } from '../../core/base/cannot-say.ts'
import { driversOfTally } from '../../core/causes/drivers/drivers-of-tally.ts'
import type { DriverCount } from '../../core/causes/drivers/find-drivers.ts'
import type { Tally } from '../../core/causes/tally.ts'
import { datedPerCause } from './date-drivers.ts'
import type { FollowedIssues } from './follow-issues.ts'

const notDated = cannotSay(
  `only the ${datedPerCause} strongest of a cause are looked at week by week, and a new one when all issues are followed next`,
)

/** What goes with each cause beyond chance, by cause, the surest first, with since when. */
export function driversJson(
  tally: Tally,
  names: ReadonlyMap<string, string>,
  followed: Pick<FollowedIssues, 'datedDrivers'> | null,
): ReadonlyMap<string, DriverJson[]> {
  const dated = new Map(followed?.datedDrivers?.map((driver) => [keyOf(driver), driver.onset]))
  const found = driversOfTally(tally.counts).flatMap((driver) => {
    const { kind, attribute, value, cause, count, lift, low, high } = driver
    const name = kind === 'before' ? names.get(value) : value
    if (name === undefined) return []
    const onset = dated.get(keyOf(driver)) ?? notDated
    return [
      {
        cause,
        ...{ kind, attribute, value, name, contacts: count, onset },
        lift: { value: lift, low, high },
      },
    ]
  })
  const byCause = Map.groupBy(found, ({ cause }) => String(cause))
  return new Map([...byCause].map(([cause, own]) => [cause, own.map(({ cause: _, ...driver }) => driver)]))
}

function keyOf({
  kind,
  attribute,
  value,
  cause,
}: Pick<DriverCount, 'kind' | 'attribute' | 'value' | 'cause'>) {
  return JSON.stringify([kind, attribute, value, cause])
}
