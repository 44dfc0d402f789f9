import { dayMs, secondMs } from '../../core/base/time.ts'
import type { DurationUnit } from '../../core/interactions/mapping.ts'

/** A number as people write it: `4`, `4.5`, `4,5`, `4/5`, `80 %`; NaN when it is none. */
export function parseNumber(text: string): number {
  const plain = Number(text)
  if (!Number.isNaN(plain)) return plain
  const found = /^([+-]?\d+(?:[.,]\d+)?)\s*(?:%|\/\s*\d+)?$/.exec(text)
  return found?.[1] ? Number(found[1].replace(',', '.')) : Number.NaN
}

const unitSeconds: Record<Exclude<DurationUnit, 'clock'>, number> = {
  milliseconds: 1 / 1000,
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: dayMs / secondMs,
}

/** Seconds, to the millisecond; a clock such as `1:02:03` is understood whatever the unit. */
export function parseDuration(text: string, unit: DurationUnit): number {
  const clock = /^(?:(\d+):)?(\d{1,2}):(\d{1,2}(?:\.\d+)?)$/.exec(text)
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3])
  if (unit === 'clock') return Number.NaN
  return Math.round(parseNumber(text) * unitSeconds[unit] * 1000) / 1000
}
