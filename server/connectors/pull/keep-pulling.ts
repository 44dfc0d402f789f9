import { setTimeout as sleep } from 'node:timers/promises'
import { listAllDueConnectors } from '../../../store/connectors.ts'
import { enterById } from '../../gate.ts'
import { sayError } from '../../running/say-error.ts'
import type { Service } from '../../service.ts'
import { pullConnector } from './pull-connector.ts'

const lookEveryMs = 5000
const mostAtOnce = 4

/** Fetches whatever is due, over and over, until the process ends. Several processes share the work: each connector is one's at a time. */
export async function keepPulling(service: Service): Promise<void> {
  const { stopping } = service.life
  while (!stopping.aborted) {
    await pullDue(service).catch((error: unknown) => service.log.error({ error: sayError(error) }))
    await sleep(lookEveryMs, undefined, { signal: stopping }).catch(() => {})
  }
}

/** Fetches from all that are due now, a few at a time. */
export async function pullDue(service: Service): Promise<void> {
  const due = await listAllDueConnectors(service.store.pool, service.now())
  for (let start = 0; start < due.length && !service.life.stopping.aborted; start += mostAtOnce) {
    const together = due.slice(start, start + mostAtOnce)
    await Promise.all(
      together.map(({ id, workspaceId }) => pullConnector(service, enterById(workspaceId), id)),
    )
  }
}
