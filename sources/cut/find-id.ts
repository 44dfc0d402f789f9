import { isUnique, type Profile } from '../guess/profile.ts'
import { holdsTimes, readTimes } from '../guess/times.ts'

/** A number that each row has for itself, whatever its column is called. */
export function findId(profiles: readonly Profile[]): string | null {
  const found = profiles.find(
    (column) =>
      column.rows >= leastRows &&
      isUnique(column) &&
      column.values.every(
        (value) => value.length < 100 && /^\S*(?: \S+)?$/.test(value) && /\d/.test(value),
      ) &&
      column.emails + column.phones === 0 &&
      !holdsTimes(readTimes(column, null)),
  )
  return found?.name ?? null
}

const leastRows = 10
