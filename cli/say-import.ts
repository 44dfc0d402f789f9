import { estimateLeft } from '../server/imports/estimate-left.ts'
import type { Import } from '../server/imports/run-import.ts'

/** One line for a terminal: `Reading tickets.csv  120,000 rows  41,000 rows/s  38 %  12 s left`. */
export function sayImport({ state, step, files }: Import, elapsedMs: number): string {
  if (state !== 'reading') return `${step} …`
  const rows = files.reduce((sum, file) => sum + file.rows, 0)
  const file = files.find(({ isDone }) => !isDone)
  const { share, secondsLeft } = estimateLeft(files, elapsedMs)
  const parts = [
    `Reading ${file?.name ?? ''}`,
    `${count(rows)} rows`,
    elapsedMs > 500 ? `${count(Math.round((rows * 1000) / elapsedMs))} rows/s` : null,
    share === null ? null : `${Math.floor(share * 100)} %`,
    secondsLeft === null ? null : `${secondsLeft} s left`,
  ]
  return parts.filter((part) => part !== null).join('  ')
}

export function count(value: number): string {
  return value.toLocaleString('en-US')
}
