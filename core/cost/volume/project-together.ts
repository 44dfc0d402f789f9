import type { CauseId } from '../../base/ids.ts'
import type { CauseLoad } from '../cost-inputs.ts'
import { weeksBrought } from './follow-on.ts'
import { type Projection, projectVolume } from './project-volume.ts'

type Counted = Pick<CauseLoad, 'id' | 'name' | 'weeks' | 'follows'>

/**
 * Projects all causes. What one brings of another goes on with the one; the rest of the other goes on by itself. So a cause that
 * a change took away takes with it what came of it.
 * Assumes that the shares stay as they were. Causes that bring each other each count the other as it goes on by itself.
 */
export function projectTogether(
  causes: readonly Counted[],
  covered: readonly number[],
  months: number,
): readonly Projection[] {
  const apart = projectApart(causes, covered, months)
  // What fits no cause is a heap and no cause, so it neither lends nor borrows.
  const borrowed = borrow(apart.filter((_, index) => causes[index]?.id !== ''))
  return apart.map((projection, index) =>
    causes[index]?.id === '' ? projection : (borrowed.shift() ?? projection),
  )
}

function projectApart(causes: readonly Counted[], covered: readonly number[], months: number): Projection[] {
  const alone = new Map(causes.map(({ id, weeks }) => [id, projectVolume(weeks, covered, months)]))
  const names = new Map(causes.map(({ id, name }) => [id, name]))
  const weeksOf = new Map(causes.map(({ id, weeks }) => [id, weeks]))
  return causes.map((cause) => {
    const follows = (cause.follows ?? []).filter(({ after }) => alone.has(after))
    const known = alone.get(cause.id)
    if (follows.length === 0 && known !== undefined) return known
    const brought = weeksBrought(follows, (id: CauseId) => weeksOf.get(id) ?? [], cause.weeks.length)
    const rest = cause.weeks.map((count, week) => Math.max(0, count - (brought[week] ?? 0)))
    const parts = follows.flatMap(({ after, share }) => {
      const projection = alone.get(after)
      return projection === undefined ? [] : [{ by: names.get(after) ?? '', projection, share }]
    })
    return addParts(projectVolume(rest, covered, months), parts)
  })
}

function addParts(
  own: Projection,
  parts: readonly { readonly by: string; readonly projection: Projection; readonly share: number }[],
): Projection {
  const months = own.months.map((month, index) =>
    parts.reduce((sum, { projection, share }) => sum + share * (projection.months[index] ?? 0), month),
  )
  const variance = parts.reduce(
    (sum, { projection, share }) => sum + (share * projection.variation * sumOf(projection.months)) ** 2,
    (own.variation * sumOf(own.months)) ** 2,
  )
  const whole = sumOf(months)
  const perWeek = parts.reduce((sum, { projection, share }) => sum + share * projection.perWeek, own.perWeek)
  const brought = parts.map(({ by, projection, share }) => ({
    by,
    part: whole === 0 ? 0 : (share * sumOf(projection.months)) / whole,
  }))
  return { ...own, months, variation: whole === 0 ? 0 : Math.sqrt(variance) / whole, perWeek, brought }
}

/** With fewer causes there is nothing to borrow from. */
const leastCauses = 8
/** No cause is moved further than this part of its own standard error, however unlike the others it is. */
const mostMoved = 0.15

/**
 * What stands out among many estimates does so partly by luck. So each is drawn towards their mean: by as much as chance has a part
 * in how far they lie apart, within a limit.
 * Source: Bühlmann and Straub (1970), credibility; Efron and Morris (1972), JASA 67, limited translation.
 */
function borrow(projections: readonly Projection[]): Projection[] {
  const sizes = projections.map(({ months }) => sumOf(months))
  const known = sizes.filter((size) => size > 0)
  if (known.length < leastCauses) return [...projections]
  const mean = sumOf(known) / known.length
  const chance = projections.map(({ variation }, index) => mean * variation ** 2 * (sizes[index] ?? 0))
  const apart = sumOf(known.map((size) => (size - mean) ** 2)) / (known.length - 1)
  const apartInTruth = Math.max(0, apart - sumOf(chance) / known.length)
  return projections.map((projection, index) => {
    const size = sizes[index] ?? 0
    const own = chance[index] ?? 0
    if (size === 0 || own === 0) return projection
    const limit = mostMoved * projection.variation * size
    const moved = Math.min(limit, Math.max(-limit, ((mean - size) * own) / (own + apartInTruth)))
    const factor = 1 + moved / size
    return {
      ...projection,
      months: projection.months.map((month) => month * factor),
      perWeek: projection.perWeek * factor,
    }
  })
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
