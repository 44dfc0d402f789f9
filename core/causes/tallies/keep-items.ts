import type { CustomerId } from '../../base/ids.ts'
import { candidatesOf, type ReviewCandidate, rankOf } from '../../signals/corrections/review-candidates.ts'
import { type Ranked, startBest } from '../../stats/best-of.ts'
import { bestRank, type Quote, toQuote } from '../quotes.ts'
import type { CustomerReading } from '../read-customer.ts'
import { type Life, toLife } from './sample-lives.ts'

/** Something of a customer that may be among the best of a pool: a quote, a text to review, a life for a sample. */
export type KeptItem = Ranked & {
  readonly pool: string
  readonly customer: CustomerId
  readonly item: Quote | ReviewCandidate | Life
}

export type PoolFloor = Ranked & { readonly pool: string }

/** Pools by how their names begin: how many are asked for, and how many are kept, so that some may go. */
export const pools = {
  'quote ': { asked: 6, kept: 60 },
  'review unsure ': { asked: 40, kept: 80 },
  'review lot ': { asked: 60, kept: 120 },
  'review whole ': { asked: 200, kept: 400 },
  /** More customers would not make a difference in leaving much clearer. Kept of each pass; there are sixteen. */
  'life ': { asked: 8000, kept: 1000 },
} as const

/** What there is room for in all, however many passes are added up. */
export const poolRooms = Object.entries(pools).map(([prefix, { asked, kept }]) => ({
  prefix,
  most: 2 * Math.max(asked, kept),
}))

export type PoolKind = keyof typeof pools

const kinds = Object.keys(pools).filter((name) => Object.hasOwn(pools, name))

/** Whether something of this rank could be kept in the pool. */
export type Admits = (pool: string, rank: number) => boolean

/** All of a customer that may be kept, in the pools that admit it. */
export function itemsOf(reading: CustomerReading, admits: Admits): KeptItem[] {
  return [...candidateItems(reading, admits), ...quoteItems(reading, admits), ...lifeItems(reading, admits)]
}

function* candidateItems({ record, signals }: CustomerReading, admits: Admits): Generator<KeptItem> {
  const { customer } = record
  for (const interaction of record.interactions) {
    if (interaction.text === null) continue
    for (const item of candidatesOf(customer, interaction, signals.get(interaction.id) ?? [])) {
      const chosen = item.kind === null ? `whole ${interaction.from}` : `${item.chosen} ${item.kind}`
      const place = rankOf(item)
      const pool = `review ${chosen}`
      if (admits(pool, place.rank)) yield { ...place, pool, customer, item }
    }
  }
}

function* quoteItems({ record, contacts }: CustomerReading, admits: Admits): Generator<KeptItem> {
  for (const contact of contacts) {
    const pool = `quote ${contact.cause}`
    if (contact.cause === null || !admits(pool, bestRank(contact))) continue
    const item = toQuote(contact)
    if (item !== null) yield { rank: -item.score, key: item.contact, pool, customer: record.customer, item }
  }
}

function* lifeItems(reading: CustomerReading, admits: Admits): Generator<KeptItem> {
  const item = admits('life ', 0) ? toLife(reading) : null
  if (item !== null) yield { rank: 0, key: item.key, pool: 'life ', customer: reading.record.customer, item }
}

/** Keeps, of all customers of a pass, the best of each pool; the same whoever passed when. */
export function startKeeping() {
  const kept = new Map<string, ReturnType<typeof startBest<KeptItem>>>()

  function add(reading: CustomerReading): void {
    for (const item of itemsOf(reading, (pool, rank) => kept.get(pool)?.admits(rank) ?? true)) {
      const best = kept.get(item.pool) ?? startBest<KeptItem>(keptOf(item.pool))
      best.offer(item)
      kept.set(item.pool, best)
    }
  }

  function result(): { readonly items: readonly KeptItem[]; readonly floors: readonly PoolFloor[] } {
    const all = [...kept].map(([pool, best]) => ({ pool, ...best.result() }))
    return {
      items: all.flatMap(({ items }) => items),
      floors: all.flatMap(({ pool, floor }) => (floor === null ? [] : [{ pool, ...floor }])),
    }
  }

  return { add, result }
}

function keptOf(pool: string): number {
  const kind = kinds.find((name) => pool.startsWith(name))
  return isPoolKind(kind) ? pools[kind].kept : 0
}

function isPoolKind(name: string | undefined): name is PoolKind {
  return name !== undefined && Object.hasOwn(pools, name)
}
