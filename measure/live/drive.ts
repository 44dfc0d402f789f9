import { setTimeout as pause } from 'node:timers/promises'

export type Driven = {
  readonly done: number
  readonly seconds: number
  /** From when each was due until it was answered. */
  readonly milliseconds: readonly number[]
  readonly failed: number
}

type Drive = {
  readonly connections: number
  readonly seconds: number
  /** As fast as answers come when left out; else as many a second, whether answers come or not. */
  readonly perSecond?: number
  /** True when it was done. */
  work(n: number): Promise<boolean>
}

/** Keeps a number of connections busy for a while. */
export async function drive({ connections, seconds, perSecond, work }: Drive): Promise<Driven> {
  const milliseconds: number[] = []
  const started = performance.now()
  const end = started + seconds * 1000
  let next = 0
  let failed = 0
  const keepBusy = async () => {
    for (;;) {
      const n = next++
      const due = perSecond === undefined ? performance.now() : started + (n * 1000) / perSecond
      if (due >= end) return
      const early = due - performance.now()
      if (early > 0) await pause(early)
      const isDone = await work(n)
      if (isDone) milliseconds.push(performance.now() - due)
      else failed++
    }
  }
  await Promise.all(Array.from({ length: connections }, keepBusy))
  const took = (performance.now() - started) / 1000
  return {
    done: milliseconds.length,
    seconds: took,
    milliseconds: milliseconds.sort((a, b) => a - b),
    failed,
  }
}

export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function perSecondOf({ done, seconds }: Driven): number {
  return done / seconds
}
