import type { Readiness } from '../../contract/running-routes.ts'
import { compareSchema } from '../../store/postgres/migrate.ts'
import type { Service } from '../service.ts'
import { within } from './within.ts'

const patienceMs = 2000

/** Whether requests should be sent here now: the process serves, the store answers and has the form that we know. */
export async function judgeReadiness({ store, life }: Service): Promise<Readiness> {
  const stage = life.stage()
  if (stage === 'starting') return { state: 'starting', message: 'It is still loading what it starts with.' }
  if (stage === 'stopping') return { state: 'stopping', message: 'It finishes what it has begun, and ends.' }
  const schema = await within(patienceMs, compareSchema(store.pool)).catch(() => null)
  if (schema === null) return { state: 'storeDown', message: 'The database can’t be reached.' }
  if (schema === 'older') {
    return { state: 'schemaOlder', message: 'The database is behind this program: start it again.' }
  }
  if (schema === 'newer') return { state: 'ready', message: newerMessage }
  return { state: 'ready', message: 'It serves.' }
}

const newerMessage =
  'It serves. A newer version has changed the database since: update this one when convenient.'
