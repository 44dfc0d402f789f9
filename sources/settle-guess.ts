import type { TimeFormat } from '../core/interactions/mapping.ts'
import { type GuessedMapping, guessMapping, type Sample } from './guess/guess-mapping.ts'
import { canRead } from './guess/times.ts'
import { readRows } from './records.ts'
import { untilDamage } from './refusal.ts'
import type { Layout } from './row.ts'
import type { SourceFile } from './source-file.ts'

/** Past this many different ids, an id is believed to tell rows apart. */
const mostIds = 2_000_000

/**
 * Reads on after the sample until what it left open is settled, at most to the end of the file: whether 3/4/2016 is in
 * March or in April, whether an id comes twice. Guesses again with what was found.
 */
export async function settleGuess(
  file: SourceFile,
  layout: Layout,
  sample: Sample,
  first: GuessedMapping,
): Promise<GuessedMapping> {
  const { timeFormats, unique } = first.open
  const order = timeFormats.length > 0 ? countOrders(layout, first, timeFormats) : null
  const ids = unique === null ? null : countIds(layout.columns.indexOf(unique))
  if (!order && !ids) return first
  for await (const { rows } of untilDamage(readRows(file, layout))) {
    for (const { cells, problem } of rows) {
      if (problem) continue
      order?.look(cells)
      ids?.look(cells)
    }
    if ((order?.isSettled() ?? true) && (ids?.isSettled() ?? true)) break
  }
  const timeFormat = order?.best() ?? null
  const notUnique = new Set(ids?.isTwice() && unique !== null ? [unique] : [])
  if (timeFormat === null && notUnique.size === 0) return first
  return guessMapping({ ...sample, settled: { timeFormat, notUnique } })
}

function countOrders(layout: Layout, first: GuessedMapping, others: readonly TimeFormat[]) {
  const at = layout.columns.indexOf(first.mapping.columns.time?.[0] ?? '')
  const read = new Map([first.mapping.timeFormat, ...others].map((format) => [format, 0]))
  const ranked = () => [...read].sort((left, right) => right[1] - left[1])
  const isSettled = () => new Set(read.values()).size === read.size
  return {
    look(cells: readonly string[]): void {
      const value = cells[at] ?? ''
      for (const [format, count] of read) if (canRead(value, format)) read.set(format, count + 1)
    },
    isSettled,
    best: () => (isSettled() ? (ranked()[0]?.[0] ?? null) : null),
  }
}

function countIds(at: number) {
  const seen = new Set<number>()
  let isTwice = false
  return {
    look(cells: readonly string[]): void {
      if (isTwice || seen.size >= mostIds) return
      isTwice = seen.size === seen.add(traceOf(cells[at] ?? '')).size
    },
    isSettled: () => isTwice || seen.size >= mostIds,
    isTwice: () => isTwice,
  }
}

/** 52 bits of a text: a kept text would keep alive the whole piece of the file that it was cut from. */
function traceOf(text: string): number {
  let low = 0x811c9dc5
  let high = 0x1b873593
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ code, 0x85ebca6b) ^ (high >>> 13)
  }
  return (high >>> 12) * 0x1_0000_0000 + (low >>> 0)
}
