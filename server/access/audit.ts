import type { Verb } from '../../contract/access.ts'
import type { Instant } from '../../core/base/time.ts'
import { type Actor, type DeskStep, sayActor } from '../../core/desk/step.ts'
import { addAuditEntry } from '../../store/audit-log.ts'
import type { Connection } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import type { Entered } from '../gate.ts'
import type { Service } from '../service.ts'
import { nameOf, type Who } from './who.ts'

/**
 * Notes steps at the desk that came by no route with a verb: what the clock does, and what customers say by their link.
 * In the transaction that keeps them, so that no grant is without its note.
 */
export async function noteSteps(
  client: Connection,
  scope: Scope,
  { by, steps, issue, at }: { by: Actor; steps: readonly DeskStep[]; issue: string; at: Instant },
): Promise<void> {
  for (const { kind } of steps) {
    const act = { verb: 'desk', action: kind, subject: issue.replaceAll('-', ''), status: 200 } as const
    await addAuditEntry(client, scope, { at, who: sayActor(by), way: 'machine', wayId: null, ...act })
  }
}

type Act = {
  readonly verb: Verb
  readonly action: string
  readonly subject: string | null
  readonly status: number
}

const minuteMs = 60_000
const mostRemembered = 10_000

/**
 * Notes who did what. Looking at the same thing again within a minute, and telling more interactions, is noted once, and not
 * at all while the server is open: then there is nobody to name.
 */
export function makeAudit({ store, now }: Pick<Service, 'store' | 'now'>) {
  const seen = new Map<string, number>()
  return async ({ who, scope }: Pick<Entered, 'who' | 'scope'>, act: Act): Promise<void> => {
    const at = now()
    const wayId = who.kind === 'machine' ? null : who.id
    if (act.verb === 'see' || act.verb === 'ingest') {
      if (who.kind === 'machine') return
      const key = [scope, wayId, act.action, act.subject, act.status].join(' ')
      if (at - (seen.get(key) ?? Number.NEGATIVE_INFINITY) < minuteMs) return
      if (seen.size >= mostRemembered) seen.clear()
      seen.set(key, at)
    }
    const way = who.kind === 'person' ? 'session' : who.kind
    await addAuditEntry(store.pool, scope, { at, who: sayWho(who), way, wayId, ...act })
  }
}

/** Whom another help desk vouched for is told from who signed in here. */
function sayWho(who: Who): string {
  return who.kind === 'person' && who.panelOf !== null ? `${who.name}, in the side panel` : nameOf(who)
}
