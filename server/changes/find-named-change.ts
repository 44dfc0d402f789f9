import { Failure } from '../../contract/failures.ts'
import { isFelt } from '../../core/changes/change.ts'
import type { Scope } from '../../store/scope.ts'
import type { Service } from '../service.ts'
import type { JudgedChange } from '../thinking/thought.ts'
import { judgeChange } from './judge-change.ts'
import { listKnownChanges } from './known-changes.ts'

/** The change of that number or name, judged; null where nobody has felt it. */
export async function judgeNamedChange(
  service: Service,
  scope: Scope,
  named: string,
): Promise<JudgedChange | null> {
  const all = (await listKnownChanges(service.store.pool, scope)).map(({ change }) => change)
  const found = all.filter(({ id, plan }) => String(id) === named || plan.what === named)
  const [change, another] = found.filter(({ id }) => String(id) === named).concat(found)
  if (change === undefined) {
    const list = all.map(({ id, plan }) => `${id} ${plan.what}`).join('; ')
    throw new Failure(
      'notFound',
      `There is no change “${named}”.`,
      all.length === 0 ? 'None has been planned in this workspace.' : `There are: ${list}.`,
    )
  }
  if (another !== undefined && another.id !== change.id) {
    const numbers = found.map(({ id }) => id).join(', ')
    throw new Failure('badInput', `Several changes are called “${named}”.`, `Give a number: ${numbers}.`)
  }
  return isFelt(change) ? judgeChange(service, scope, { change, all }) : null
}
