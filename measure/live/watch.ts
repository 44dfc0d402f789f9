import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Line } from './tell.ts'

const kilobytesPerMegabyte = 1024
const parts = 6
const pages = ['overview', 'causes', 'issues', 'contacts?followedWithin=7', 'cost']

/** Resident memory of a process: the median of each sixth of the time. */
export async function watchMemory(pid: number, ended: AbortSignal): Promise<readonly number[]> {
  const seen: number[] = []
  while (!ended.aborted) {
    const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    seen.push(Math.round(Number(kilobytes) / kilobytesPerMegabyte))
    await pause(500)
  }
  const length = Math.ceil(seen.length / parts)
  return Array.from({ length: parts }, (_, part) => {
    const own = seen.slice(part * length, (part + 1) * length).sort((a, b) => a - b)
    return own[own.length >> 1] ?? 0
  })
}

/** Opens page after page, as somebody does who looks around; the times of each, sorted. */
export async function watchDashboards(
  line: Line,
  ended: AbortSignal,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const took = new Map(pages.map((page) => [page, [] as number[]]))
  while (!ended.aborted) {
    for (const [page, times] of took) {
      const started = performance.now()
      await line.read(`/api/workspaces/main/${page}`)
      times.push(performance.now() - started)
      await pause(100)
    }
  }
  return new Map([...took].map(([page, times]) => [page, times.sort((a, b) => a - b)]))
}

export type Currency = { readonly seconds: readonly number[]; readonly missed: number }

const patienceMs = 30_000

/** Tells of a customer whom nobody knew, and looks until the reading has an issue of theirs. */
export async function watchReadings(line: Line, ended: AbortSignal): Promise<Currency> {
  const seconds: number[] = []
  let missed = 0
  for (let n = 0; !ended.aborted; n++) {
    const account = `current-${n}`
    const started = performance.now()
    await line.tell({
      source: 'bench',
      externalId: account,
      at: new Date(Date.UTC(2026, 1, 1) + n * 1000).toISOString(),
      customer: { account },
      text: 'My parcel has not arrived and nobody answers. Where is it?',
    })
    const path = `/api/workspaces/main/issues?customer=account:${account}`
    const isShown = async () => (await line.read(path)).body.includes('"issues":[{')
    let shown = await isShown()
    while (!shown && performance.now() - started < patienceMs) {
      await pause(50)
      shown = await isShown()
    }
    if (shown) seconds.push((performance.now() - started) / 1000)
    else missed++
  }
  return { seconds: seconds.sort((a, b) => a - b), missed }
}
