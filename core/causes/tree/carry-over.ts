import type { CauseId } from '../../base/ids.ts'
import type { CauseModel, DiscoveredCause, Rows } from '../cause-model.ts'
import type { DrawnTree } from '../discover-causes.ts'
import { fromRows, toRows } from '../discovery/rows.ts'
import { nameTheme } from '../discovery/themes.ts'
import { type Before, findKnown, type MergedCauses } from './find-known.ts'
import { freeId, freeName } from './own-names.ts'

export type Carried = {
  readonly decided: ReadonlySet<CauseId>
  readonly causeBefore: Before
  readonly merged?: MergedCauses
}

/**
 * A tree drawn anew, in which a cause that was known before keeps its id and its name. Causes that people decided something
 * about stay also when they were not found again; where the known tree is of another method, as names to which nothing is near.
 */
export function carryOver(
  fresh: DrawnTree,
  previous: CauseModel,
  { decided, causeBefore, merged }: Carried,
): CauseModel {
  const same = findKnown(fresh, causeBefore, merged)
  const known = new Map(previous.causes.map((cause) => [cause.id, cause]))
  const found = new Set(same.values())
  const stay = previous.causes.filter(({ id }) => decided.has(id) && !found.has(id))
  const renamed = nameLikeBefore(fresh.model.causes, same, known)
  const ids = new Map(fresh.model.causes.map(({ id }, group) => [id, renamed[group]?.id ?? id]))
  const byId = new Map(renamed.map((cause) => [cause.id, cause]))
  const themes = fresh.model.themes.map((theme) => {
    const causes = theme.causes.map((id) => ids.get(id) ?? id)
    return { ...theme, name: nameTheme(causes.flatMap((id) => byId.get(id) ?? [])), causes }
  })
  return withCauses(
    { ...fresh.model, causes: renamed, themes, owners: renamed.map(({ id }) => id) },
    stay,
    previous,
  )
}

function nameLikeBefore(
  causes: readonly DiscoveredCause[],
  same: ReadonlyMap<number, CauseId>,
  known: ReadonlyMap<CauseId, DiscoveredCause>,
): readonly DiscoveredCause[] {
  const takenIds = new Set(known.keys())
  const takenNames = new Set([...known.values()].map(({ name }) => name.toLowerCase()))
  return causes.map((cause, group) => {
    const before = known.get(same.get(group) ?? cause.id)
    if (before !== undefined && same.has(group)) {
      const { id, name, summary } = before
      return { ...cause, id, name, ...(summary === undefined ? {} : { summary }) }
    }
    const name = freeName(cause.name, takenNames)
    const id = freeId(cause.id, takenIds)
    takenNames.add(name.toLowerCase())
    takenIds.add(id)
    return { ...cause, id, name }
  })
}

/** The model with causes of the previous one beside its own, each where it lay. */
function withCauses(model: CauseModel, causes: readonly DiscoveredCause[], previous: CauseModel): CauseModel {
  if (causes.length === 0) return model
  const stays = previous.owners.flatMap((owner, row) =>
    causes.some(({ id }) => id === owner) ? [{ owner, row }] : [],
  )
  const places = stays.map(({ row }) => row)
  const known = previous.method === model.method ? previous : undefined
  const before = known?.given?.engine === model.given?.engine ? known?.given : undefined
  const [theme] = model.themes
  const themeOf = (cause: DiscoveredCause) =>
    model.themes.some(({ id }) => id === cause.theme) ? cause.theme : (theme?.id ?? cause.theme)
  const kept = causes.map((cause) => ({ ...cause, texts: 0, theme: themeOf(cause) }))
  return {
    ...model,
    causes: [...model.causes, ...kept],
    themes: model.themes.map((one) => ({
      ...one,
      causes: [...one.causes, ...kept.flatMap(({ id, theme }) => (theme === one.id ? [id] : []))],
    })),
    centroids: joinRows(model.centroids, known?.centroids, places),
    ...(model.given === undefined
      ? {}
      : { given: { ...model.given, centroids: joinRows(model.given.centroids, before?.centroids, places) } }),
    owners: [...model.owners, ...stays.map(({ owner }) => owner)],
  }
}

/** Rows with some of another's below; where it has none, rows of zeros, to which nothing is near. */
function joinRows(rows: Rows, other: Rows | undefined, places: readonly number[]): Rows {
  const size = rows.columns
  const before = other === undefined ? new Float32Array() : fromRows(other)
  const added = places.flatMap((row) =>
    Array.from({ length: size }, (_, axis) => before[row * size + axis] ?? 0),
  )
  return toRows([...fromRows(rows), ...added], size)
}
