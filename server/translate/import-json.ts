import { z } from 'zod'
import { mappingSchema } from '../../contract/mapping.ts'
import type { ImportJson } from '../../contract/screens.ts'
import { type Instant, toIso } from '../../core/base/time.ts'
import type { Import } from '../../store/imports.ts'
import { estimateLeft } from '../imports/estimate-left.ts'

const failureSchema = z.object({ message: z.string(), hint: z.string() })

/** How far an import is, as a screen shows it. */
export function toImportJson(found: Import, now: Instant): ImportJson {
  const { id, state, step, files, startedAt, finishedAt, failure, mapping } = found
  const sum = (key: 'rows' | 'interactions' | 'duplicates' | 'stateOnly' | 'setAside') =>
    files.reduce((total, file) => total + file[key], 0)
  const elapsedMs = (finishedAt ?? now) - startedAt
  const left = estimateLeft(files, elapsedMs)
  const isReading = state === 'reading'
  const isRead = state === 'done' || state === 'understanding'
  return {
    id,
    files: files.map(({ name }) => name),
    state,
    step,
    rows: sum('rows'),
    rowsPerSecond: isReading && elapsedMs > 500 ? Math.round((sum('rows') * 1000) / elapsedMs) : null,
    progress: isRead ? 1 : left.share,
    secondsLeft: isReading ? left.secondsLeft : null,
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
