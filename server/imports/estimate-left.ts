import type { ImportFile } from '../../store/imports.ts'

/** How far a reading is, by bytes, which are known before rows are; and how long the rest takes at the pace so far. */
export function estimateLeft(
  files: readonly ImportFile[],
  elapsedMs: number,
): { readonly share: number | null; readonly secondsLeft: number | null } {
  const total = files.reduce((sum, { bytesTotal }) => sum + (bytesTotal ?? Number.NaN), 0)
  const done = files.reduce((sum, { bytesDone }) => sum + bytesDone, 0)
  if (Number.isNaN(total) || total === 0) return { share: null, secondsLeft: null }
  const share = Math.min(1, done / total)
  const isTellable = share > 0.01 && elapsedMs > 1000
  return { share, secondsLeft: isTellable ? Math.ceil((elapsedMs * (1 / share - 1)) / 1000) : null }
}
