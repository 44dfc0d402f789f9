import { bestQuotes, type Quote } from '../../core/causes/quotes.ts'
import { pools } from '../../core/causes/tallies/keep-items.ts'
import { type Counted, emptyCounts, sumCounts, type Tally } from '../../core/causes/tally.ts'
import type { NumberTree } from '../../core/stats/sum-trees.ts'
import { findExtremes } from '../../store/extremes.ts'
import { listKeptItems } from '../../store/kept-items.ts'
import type { Connection } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { foldTallyParts, listTallyParts } from '../../store/tally-parts.ts'

/** Adds up what is kept of a reading, whoever read which part of it when. Call it in a transaction of one snapshot. */
export async function addUp(client: Connection, scope: Scope, readingId: number): Promise<Tally> {
  const parts = await listTallyParts(client, scope, readingId)
  const counts = sumCounts(parts.map((part) => toCounted(part.counts)))
  if (parts.length > 1) await foldTallyParts(client, scope, { readingId, counts })
  const extremes = await findExtremes(client, scope, readingId)
  const quotes = await listKeptItems(client, scope, {
    readingId,
    prefix: 'quote ',
    most: pools['quote '].kept,
  })
  return { counts, ...extremes, quotes: bestByCause(quotes) }
}

function bestByCause(kept: readonly { pool: string; item: unknown }[]): Tally['quotes'] {
  const byPool = Map.groupBy(kept, ({ pool }) => pool)
  return Object.fromEntries(
    [...byPool].map(([pool, items]) => [
      pool.slice('quote '.length),
      bestQuotes(
        items.flatMap(({ item }) => (isQuote(item) ? [item] : [])),
        pools['quote '].asked,
      ),
    ]),
  )
}

// Written by ourselves only: what a document is is told by the name that only it has.

function toCounted(tree: NumberTree): Counted {
  return { ...emptyCounts(), ...tree }
}

function isQuote(item: unknown): item is Quote {
  return typeof item === 'object' && item !== null && 'score' in item
}
