import type { Instant } from '../../core/base/time.ts'
import type { Scope } from '../../store/scope.ts'
import type { Service } from '../service.ts'

type Paced = Pick<Service, 'store' | 'now'>

/** Work that may take a share of the time, by workspace; a worker knows only of what it did itself. */
export type Pace = {
  /** When it may be done next. */
  nextAt(service: Paced, scope: Scope): Instant
  /** Does it, and has it rest after. */
  work<T>(service: Paced, scope: Scope, work: () => Promise<T>): Promise<T>
}

/** `restPerWork`: how many times as long as the work took it rests. */
export function startPace(restPerWork: number): Pace {
  const restsUntil = new WeakMap<Service['store'], Map<Scope, Instant>>()
  return {
    nextAt: ({ store, now }, scope) => Math.max(now(), restsUntil.get(store)?.get(scope) ?? 0),
    work: async ({ store, now }, scope, work) => {
      const started = performance.now()
      const result = await work()
      const ofStore = restsUntil.get(store) ?? new Map<Scope, Instant>()
      ofStore.set(scope, now() + restPerWork * (performance.now() - started))
      restsUntil.set(store, ofStore)
      return result
    },
  }
}
