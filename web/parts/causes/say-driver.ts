import type { Driver } from '../../../contract/drivers.ts'
import { isKnown } from '../../../core/base/cannot-say.ts'
import { formatWeek } from '../../ui/format.ts'

/** What kind of thing goes with a cause, before its value. */
export function sayDriverKind({ kind, attribute }: Pick<Driver, 'kind' | 'attribute'>): string {
  const name = attribute.replaceAll('_', ' ')
  if (kind === 'rule') return 'rule cited'
  if (kind === 'before') return 'came before'
  if (kind === 'step') return attribute === 'handling' ? 'step' : `step, ${name}`
  return name
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
    return `Since when, cannot say${which}: ${reason}.`
  })
}

export function sayTimes(times: number): string {
  return times < 10 ? times.toFixed(1) : String(Math.round(times))
}
