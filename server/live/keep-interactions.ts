import { setImmediate as endOfTurn } from 'node:timers/promises'
import { Failure } from '../../contract/failures.ts'
import type { KeptInteraction } from '../../contract/interactions.ts'
import type { Store } from '../../store/open.ts'
import type { Scope } from '../../store/scope.ts'
import type { Service } from '../service.ts'
import { keepTold } from './keep-told.ts'
import type { Judged } from './told.ts'
import { wakeReaders } from './wake.ts'

type Keeping = Pick<Service, 'store' | 'log'>

type Waiting = {
  readonly told: readonly Judged[]
  readonly answer: (kept: readonly KeptInteraction[]) => void
  readonly refuse: (error: unknown) => void
}

type Line = { waiting: Waiting[]; inHand: number; transactions: number }

/** Interactions that wait or are being kept, in this process; beyond it senders are asked to come back. */
const mostInHand = 20_000
const mostInTransaction = 1000
/** So many are worth a transaction beside the one that is being written; fewer wait for it, and share the next. */
const enoughForAnother = 100

const lines = new WeakMap<Store, Map<Scope, Line>>()

/**
 * Keeps interactions, and what can't be read, durably before it answers. Requests that come while others are being written share the next
 * transaction, so that many small ones cost hardly more than a few large ones.
 */
export function keepInteractions(
  service: Pick<Service, 'store' | 'log' | 'metrics'>,
  scope: Scope,
  told: readonly Judged[],
): Promise<readonly KeptInteraction[]> {
  if (told.length === 0) return Promise.resolve([])
  const line = lineOf(service.store, scope)
  if (line.inHand + told.length > mostInHand) throw tooMany()
  line.inHand += told.length
  return new Promise((answer, refuse) => {
    line.waiting.push({
      told,
      answer: (kept) => {
        for (const { state } of kept) service.metrics.countInteractions(state, 1)
        answer(kept)
      },
      refuse,
    })
    void serve(service, scope, line)
  })
}

function lineOf(store: Store, scope: Scope): Line {
  const ofStore = lines.get(store) ?? new Map<Scope, Line>()
  lines.set(store, ofStore)
  const line = ofStore.get(scope) ?? { waiting: [], inHand: 0, transactions: 0 }
  ofStore.set(scope, line)
  return line
}

async function serve(service: Keeping, scope: Scope, line: Line): Promise<void> {
  const { transactions, waiting } = line
  if (transactions > 1 || (transactions === 1 && sizeOf(waiting) < enoughForAnother)) return
  line.transactions += 1
  // What comes in the same turn shares the first transaction.
  await endOfTurn()
  while (line.waiting.length > 0) {
    const together = takeTogether(line)
    await keepTogether(service.store, scope, together)
    wakeReaders(service, scope)
    for (const { told } of together) line.inHand -= told.length
  }
  line.transactions -= 1
}

function sizeOf(waiting: readonly Waiting[]): number {
  return waiting.reduce((size, { told }) => size + told.length, 0)
}

function takeTogether(line: Line): Waiting[] {
  let size = 0
  const end = line.waiting.findIndex(({ told }, index) => {
    size += told.length
    return index > 0 && size > mostInTransaction
  })
  return line.waiting.splice(0, end < 0 ? line.waiting.length : end)
}

/** One that can't be kept must not take the others down with it: then each is tried by itself. */
async function keepTogether(store: Store, scope: Scope, together: readonly Waiting[]): Promise<void> {
  try {
    const kept = await keepTold(
      store,
      scope,
      together.flatMap(({ told }) => told),
    )
    let next = 0
    for (const { told, answer } of together) {
      answer(kept.slice(next, next + told.length))
      next += told.length
    }
  } catch (error) {
    if (together.length === 1) together[0]?.refuse(error)
    else for (const one of together) await keepTogether(store, scope, [one])
  }
}

function tooMany(): Failure {
  return new Failure(
    'tooMany',
    'More comes in than can be kept right now.',
    'Send the same again after the seconds in Retry-After; what is known already is not doubled.',
  )
}
