import type { CauseId } from '../../base/ids.ts'
import type { WordTable } from '../../text/word-table.ts'
import type { CauseModel, DiscoveredCause, Rows } from '../cause-model.ts'
import type { DrawnTree } from '../discover-causes.ts'
import { fromRows, toRows } from '../discovery/rows.ts'
import { findKnown } from './find-known.ts'
import { freeId, freeName } from './own-names.ts'

/**
 * A tree drawn anew, in which a cause that was known before keeps its id and its name. Causes that people decided something
 * about stay also when they were not found again.
 * Cost: one assignment a text of the sample.
 */
export function carryOver(
  fresh: DrawnTree,
  previous: CauseModel,
  decided: ReadonlySet<CauseId>,
  table: WordTable,
): CauseModel {
  const same = findKnown(fresh, previous, table)
  const known = new Map(previous.causes.map((cause) => [cause.id, cause]))
  const found = new Set(same.values())
  const stay = previous.causes.filter(({ id }) => decided.has(id) && !found.has(id))
  const renamed = nameLikeBefore(fresh.model.causes, same, known)
  const ids = new Map(fresh.model.causes.map(({ id }, group) => [id, renamed[group]?.id ?? id]))
  const themes = fresh.model.themes.map((theme) => ({
    ...theme,
    causes: theme.causes.map((id) => ids.get(id) ?? id),
  }))
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
  const before = previous.given?.engine === model.given?.engine ? previous.given : undefined
  const [theme] = model.themes
  const themeOf = (cause: DiscoveredCause) =>
    model.themes.some(({ id }) => id === cause.theme) ? cause.theme : (theme?.id ?? cause.theme)
  const kept = causes.map((cause) => ({ ...cause, texts: 0, theme: themeOf(cause) }))
  return {
    ...model,
    causes: [...model.causes, ...kept],
    themes: model.themes.map((known) => ({
      ...known,
      causes: [...known.causes, ...kept.flatMap(({ id, theme }) => (theme === known.id ? [id] : []))],
    })),
    centroids: joinRows(model.centroids, previous.centroids, places),
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
