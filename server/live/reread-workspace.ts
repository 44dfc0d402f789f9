import type { Report } from '../../contract/report.ts'
import { withWorkspaceLock } from '../../store/locks.ts'
import type { Scope } from '../../store/scope.ts'
import { type HowToRead, type OnStep, runReading } from '../readings/run-reading.ts'
import type { Service } from '../service.ts'
import { announce } from './announce.ts'
import { wakeReaders } from './wake.ts'

/**
 * Reads a workspace anew while it is used: its current reading stays in place and up to date until the new one is whole.
 * One that was killed goes on where it was.
 */
export function rereadWorkspace(
  service: Service,
  scope: Scope,
  onStep: OnStep,
): Promise<Pick<Report, 'counts'>> {
  return withWorkspaceLock(service.store.pool, scope, {
    onWait: () => onStep('Waiting until another reading of this workspace is done'),
    work: () => readAnew(service, scope, onStep),
  })
}

/** The same for whoever holds the workspace's lock. */
export async function readAnew(
  service: Service,
  scope: Scope,
  onStep: OnStep,
  how: HowToRead = {},
): Promise<Pick<Report, 'counts'>> {
  const { report } = await runReading(service, scope, onStep, how)
  await announce(service.store.pool, scope, { kind: 'reading' })
  wakeReaders(service, scope)
  return report
}
