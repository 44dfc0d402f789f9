import type { Driver } from '../../../contract/drivers.ts'
import { isKnown } from '../../../core/base/cannot-say.ts'
import { anyRule } from '../../../core/causes/drivers/cited-rule.ts'
import { formatWeek } from '../../ui/format.ts'

type Named = { readonly kind: string; readonly value: string }

/** What goes with a cause, to be read after “where”: what kind of thing it is, and its value. */
export function nameDriver({ kind, attribute, value }: Pick<Driver, 'kind' | 'attribute' | 'value'>): Named {
  const name = attribute.replaceAll('_', ' ')
  if (kind === 'rule' && value === anyRule) return { kind: '', value: 'a rule was cited' }
  if (kind === 'rule') return { kind: 'a rule was cited on', value }
  if (kind === 'before') return { kind: 'they had come before about', value }
  if (kind === 'step') return { kind: attribute === 'handling' ? 'it was' : `step, ${name}`, value }
  return { kind: name, value }
}

type Onset = Exclude<Driver['onset'], { readonly cannotSay: string }>

/** Since when it goes with the cause, in the words of the cause's own onset. */
export function sayDriverOnset({ week, earliest, latest, ratio }: Onset): string {
  const isRise = ratio.value > 1
  const times = isRise ? ratio : { value: 1 / ratio.value, low: 1 / ratio.high, high: 1 / ratio.low }
  const between = earliest === latest ? '' : ` (${formatWeek(earliest)} to ${formatWeek(latest)})`
  return (
    `Since the week of ${formatWeek(week)}${between} ${sayTimes(times.value)} times ` +
    `${isRise ? 'as often as' : 'more rarely than'} before, 95 % interval ${sayTimes(times.low)} to ${sayTimes(times.high)}.`
  )
}

/** Of those whose onset is not known, each reason once, with what it holds for. */
export function sayUnknownOnsets(drivers: readonly Pick<Driver, 'onset'>[]): readonly string[] {
  const reasons = drivers.flatMap(({ onset }) => (isKnown(onset) ? [] : [onset.cannotSay]))
  return [...Map.groupBy(reasons, (reason) => reason)].map(([reason, those]) => {
    const which = those.length === drivers.length ? '' : ` for ${those.length} of ${drivers.length}`
    return `When this began cannot be said${which}: ${reason}.`
  })
}

export function sayTimes(times: number): string {
  return times < 10 ? times.toFixed(1) : String(Math.round(times))
}
