import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const megabyte = 1024 * 1024

export type ReadMeasure = {
  readonly seconds: number
  /** Largest resident size of our process. */
  readonly peakMegabytes: number
  /** Largest sum of PostgreSQL's processes, shared pages counted once. */
  readonly serverMegabytes: number
}

/** Runs `outside-in read` as a user would, in a process of its own, and watches its memory and PostgreSQL's. */
export async function readMeasured(file: string, data: string): Promise<ReadMeasure> {
  const started = performance.now()
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../cli/main.ts'), 'read', file, '--data', data, '--json'],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DATABASE_URL: undefined },
    },
  )
  let peak = 0
  let serverPeak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, highWater(child.pid ?? 0))
    serverPeak = Math.max(serverPeak, sumOfPostgres())
  }, 250)
  const code = await new Promise((resolve) => child.on('exit', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`The reading ended with exit code ${code}.`)
  return {
    seconds: (performance.now() - started) / 1000,
    peakMegabytes: Math.round(peak / megabyte),
    serverMegabytes: Math.round(serverPeak / megabyte),
  }
}

function highWater(pid: number): number {
  const found = /^VmHWM:\s+(\d+)/m.exec(readProc(`${pid}/status`))
  return Number(found?.[1] ?? 0) * 1024
}

function sumOfPostgres(): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids
    .filter((pid) => readProc(`${pid}/comm`).startsWith('postgres'))
    .reduce(
      (sum, pid) => sum + Number(/^Pss:\s+(\d+)/m.exec(readProc(`${pid}/smaps_rollup`))?.[1] ?? 0) * 1024,
      0,
    )
}

function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8')
  } catch {
    return ''
  }
}
