import type { DurationUnit } from '../../core/interactions/mapping.ts'
import type { Profile } from './profile.ts'

/** The unit of a column of lengths of time: as its name says, as a clock, or as parts of a day in spreadsheets. */
export function guessUnit(column: Profile | undefined): DurationUnit {
  if (!column) return 'seconds'
  if (column.values.some((value) => value.includes(':'))) return 'clock'
  const named =
    /\b(milliseconds|ms|seconds|secs?|s|minutes|mins?|hours|hrs?|days|sekunden|minuten|stunden|secondes|heures|segundos|minutos|horas)\b/.exec(
      column.words,
    )
  const unit = named?.[0] ?? ''
  if (/^ms$|^milli/.test(unit)) return 'milliseconds'
  if (/^min/.test(unit)) return 'minutes'
  if (/^(h|stunden)/.test(unit)) return 'hours'
  if (/^days/.test(unit)) return 'days'
  if (unit !== '') return 'seconds'
  const numbers = column.values.map(Number)
  const isPartOfDay = numbers.some((value) => value % 1 !== 0) && numbers.every((value) => value < 1)
  return isPartOfDay ? 'days' : 'seconds'
}
