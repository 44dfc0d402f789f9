import type { SetAsideList } from '../../contract/screens.ts'
import type { StoredSetAside } from '../../store/set-aside.ts'

/** A row as it came, as text. */
export function toSetAsideJson(row: StoredSetAside): SetAsideList['rows'][number] {
  const { file, line, reason, detail } = row
  return { id: String(row.id), file, line, reason, detail, raw: new TextDecoder().decode(row.raw) }
}
