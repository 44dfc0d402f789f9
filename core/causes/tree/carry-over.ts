import type { CauseId } from '../../base/ids.ts'
import type { WordTable } from '../../text/word-table.ts'
import type { CauseModel, DiscoveredCause } from '../cause-model.ts'
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
    if (before !== undefined && same.has(group)) return { ...cause, id: before.id, name: before.name }
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
  const size = previous.centroids.columns
  const before = fromRows(previous.centroids)
  const rows = previous.owners.flatMap((owner, row) =>
    causes.some(({ id }) => id === owner)
      ? [{ owner, row: before.subarray(row * size, (row + 1) * size) }]
      : [],
  )
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
    centroids: toRows([...fromRows(model.centroids), ...rows.flatMap(({ row }) => [...row])], size),
    owners: [...model.owners, ...rows.map(({ owner }) => owner)],
  }
}
