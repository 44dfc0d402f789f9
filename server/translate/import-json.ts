import { z } from 'zod'
import { mappingSchema } from '../../contract/mapping.ts'
import type { ImportJson } from '../../contract/screens.ts'
import { type Instant, toIso } from '../../core/base/time.ts'
import type { Import } from '../../store/imports.ts'

const failureSchema = z.object({ message: z.string(), hint: z.string() })

/** How far an import is, as a screen shows it. */
export function toImportJson(found: Import, now: Instant): ImportJson {
  const { id, state, step, files, startedAt, finishedAt, failure, mapping } = found
  const sum = (key: 'rows' | 'interactions' | 'duplicates' | 'stateOnly' | 'setAside') =>
    files.reduce((total, file) => total + file[key], 0)
  const elapsed = ((finishedAt ?? now) - startedAt) / 1000
  const progress = shareOf(found)
  const isReading = state === 'reading'
  return {
    id,
    files: files.map(({ name }) => name),
    state,
    step,
    rows: sum('rows'),
    rowsPerSecond: isReading && elapsed > 0.5 ? Math.round(sum('rows') / elapsed) : null,
    progress,
    secondsLeft:
      isReading && progress !== null && progress > 0.02 ? Math.ceil(elapsed * (1 / progress - 1)) : null,
    interactions: sum('interactions'),
    duplicates: sum('duplicates'),
    stateOnly: sum('stateOnly'),
    setAside: sum('setAside'),
    startedAt: toIso(startedAt),
    finishedAt: finishedAt === null ? null : toIso(finishedAt),
    failure: failure === null ? null : failureSchema.parse(failure),
    mapping: mapping === null ? null : mappingSchema.parse(mapping),
  }
}

/** By bytes, which are known before rows are. */
function shareOf({ state, files }: Import): number | null {
  if (state === 'done' || state === 'understanding') return 1
  const total = files.reduce((sum, { bytesTotal }) => sum + (bytesTotal ?? Number.NaN), 0)
  const done = files.reduce((sum, { bytesDone }) => sum + bytesDone, 0)
  return Number.isNaN(total) || total === 0 ? null : Math.min(1, done / total)
}
