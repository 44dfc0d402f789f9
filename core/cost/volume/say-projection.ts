import { unreachable } from '../../base/invariant.ts'
import type { VolumePattern } from '../cost-inputs.ts'
import type { Projection } from './project-volume.ts'

/** In how far the volume was projected with trend, level or season, and from how much history. */
export function sayProjection({ pattern, weight, weeks, perWeek, brought = [] }: Projection): string {
  const span = `${Math.round(weeks)} weeks of records`
  const sure = weight > 0.9 ? '' : ` (${Math.round(weight * 100)} % sure; other patterns widen the range)`
  const coming = brought
    .filter(({ part }) => part >= 0.01)
    .map(({ by, part }) => ` ${Math.round(part * 100)} % of them come after “${by}” and go on as that does.`)
  return `${sayPattern(pattern, span)}${sure}, starting from ${perWeek.toFixed(perWeek < 100 ? 1 : 0)} issues a week.${coming.join('')}`
}

function sayPattern(pattern: VolumePattern, span: string): string {
  switch (pattern) {
    case 'flat':
      return `Goes on flat: no trend or season stands out in ${span}`
    case 'trend':
      return `Follows the trend of ${span}, which fades by half every three months`
    case 'newLevel':
      return `Goes on at the level that it changed to within ${span}`
    case 'season':
      return `Follows the season of the year as ${span} show it`
    case 'trendAndSeason':
      return `Follows the season and the fading trend of ${span}`
    default:
      return unreachable(pattern)
  }
}
