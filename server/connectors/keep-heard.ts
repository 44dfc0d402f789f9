import type { TakenJson } from '../../contract/connectors.ts'
import type { Heard } from '../../sources/receivers/heard.ts'
import { type Connector, saveTaken } from '../../store/connectors.ts'
import type { Scope } from '../../store/scope.ts'
import { saveSetAside } from '../../store/set-aside.ts'
import { keepInteractions } from '../live/keep-interactions.ts'
import type { Service } from '../service.ts'

/**
 * Keeps what a connector told, durably, before anybody hears that it was taken. What was told before, even with other
 * details (a webhook knows less of the customer than an export), is the same interaction: the first telling stands, and
 * who they are is learned from both.
 */
export async function keepHeard(
  service: Service,
  scope: Scope,
  { connector, heard }: { connector: Pick<Connector, 'id' | 'kind'>; heard: Heard },
): Promise<TakenJson> {
  const { pool } = service.store
  const { id, kind } = connector
  const at = service.now()
  await saveSetAside(pool, scope, {
    connectorId: id,
    rows: heard.setAside.map((row) => ({ file: kind, line: null, ...row })),
  })
  const kept = await keepInteractions(service, scope, heard.facts)
  const stored = kept.filter(({ state }) => state === 'stored').length
  const duplicates = kept.length - stored
  const { passedOver } = heard
  await saveTaken(pool, scope, { id, at, stored, duplicates, passedOver, lagSeconds: lagOf(heard, at) })
  service.metrics.countInteractions('setAside', heard.setAside.length)
  return { stored, duplicates, setAside: heard.setAside.length, passedOver }
}

function lagOf({ facts }: Heard, now: number): number | null {
  const times = facts.flatMap(({ interaction: { at } }) => at ?? [])
  return times.length === 0 ? null : Math.max(0, now - Math.max(...times)) / 1000
}
