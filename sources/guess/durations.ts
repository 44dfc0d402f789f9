import type { InteractionKind } from '../../core/interactions/interaction.ts'
import type { DurationUnit } from '../../core/interactions/mapping.ts'
import type { Profile } from './profile.ts'

/** Seconds; calls that usually took longer were counted in thousandths. */
const longestUsual = 12 * 3600

/** The unit of a column of lengths of time: as its name says, as a clock, as parts of a day in spreadsheets, or by how long they are. */
export function guessUnit(column: Profile | undefined, kind: InteractionKind): DurationUnit {
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
  if (isPartOfDay) return 'days'
  const middle = numbers.toSorted((left, right) => left - right)[numbers.length >> 1] ?? 0
  return kind === 'call' && middle > longestUsual ? 'milliseconds' : 'seconds'
}
