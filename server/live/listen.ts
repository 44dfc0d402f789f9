import pg from 'pg'
import { z } from 'zod'
import type { Scope } from '../../store/scope.ts'
import type { Service } from '../service.ts'
import { type News, newsChannel } from './announce.ts'

type Listener = (news: News) => void
type Listening = { readonly listeners: Map<Scope, Set<Listener>>; stop: () => void }

const toldSchema = z.object({ workspace: z.int(), kind: z.enum(['reading', 'sources', 'desk']) })
const againAfterMs = 1000

/** One connection a process hears for all who listen. */
const listening = new WeakMap<Service['store'], Listening>()

/** Calls `listener` with news of a workspace until the returned function is called. */
export function listenForNews(
  { store, log, life }: Pick<Service, 'store' | 'log' | 'life'>,
  scope: Scope,
  listener: Listener,
): () => void {
  const hearing = listening.get(store) ?? startHearing({ store, log, life })
  listening.set(store, hearing)
  const ofScope = hearing.listeners.get(scope) ?? new Set<Listener>()
  hearing.listeners.set(scope, ofScope)
  ofScope.add(listener)
  return () => {
    ofScope.delete(listener)
    if (ofScope.size === 0) hearing.listeners.delete(scope)
    if (hearing.listeners.size > 0) return
    hearing.stop()
    listening.delete(store)
  }
}

/** Hears until stopped; when the connection is lost, on another one. What was said meanwhile is shown at the next news. */
function startHearing({ store, log, life }: Pick<Service, 'store' | 'log' | 'life'>): Listening {
  const listeners = new Map<Scope, Set<Listener>>()
  let client: pg.Client | null = null
  let isStopped = false

  async function connect(): Promise<void> {
    const mine = new pg.Client(store.connection)
    client = mine
    mine.on('notification', ({ payload = '' }) => tell(payload))
    mine.on('error', (error) => log.warn({ news: 'connection lost', error: error.message }))
    mine.on('end', () => {
      if (!isStopped && !life.stopping.aborted)
        setTimeout(() => void connect().catch(() => {}), againAfterMs).unref()
    })
    await mine.connect()
    await mine.query(`listen ${newsChannel}`)
  }

  function tell(payload: string): void {
    const { workspace, kind } = toldSchema.parse(JSON.parse(payload))
    for (const [scope, ofScope] of listeners) {
      if (scope === workspace) for (const listener of ofScope) listener({ kind })
    }
  }

  function stop(): void {
    isStopped = true
    void client?.end().catch(() => {})
  }

  void connect().catch((error: Error) => log.warn({ news: 'no connection', error: error.message }))
  return { listeners, stop }
}
