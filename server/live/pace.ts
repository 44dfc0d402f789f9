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

type Known = { readonly restsUntil: Instant; readonly took: number }

const firstGuessMs = 500

/** `restPerWork`: how many times as long as the work took it rests. While it is worked, it is as if it took as long as the last time. */
export function startPace(restPerWork: number): Pace {
  const known = new WeakMap<Service['store'], Map<Scope, Known>>()
  return {
    nextAt: ({ store, now }, scope) => Math.max(now(), known.get(store)?.get(scope)?.restsUntil ?? 0),
    work: async ({ store, now }, scope, work) => {
      const ofStore = known.get(store) ?? new Map<Scope, Known>()
      known.set(store, ofStore)
      const rest = (took: number, times: number) =>
        ofStore.set(scope, { restsUntil: now() + times * took, took })
      rest(ofStore.get(scope)?.took ?? firstGuessMs, 1 + restPerWork)
      const started = performance.now()
      const result = await work()
      rest(performance.now() - started, restPerWork)
      return result
    },
  }
}
