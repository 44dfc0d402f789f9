import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a process, or a group of them, has used so far. */
export type Used = { readonly cpuSeconds: number; readonly megabytes: number }

const ticksPerSecond = 100
const kilobytesPerMegabyte = 1024

/** One process, with the largest resident size it ever had. */
export function weighProcess(pid: number): Used {
  const [, peak = 0] = /^VmHWM:\s+(\d+)/m.exec(readProc(`${pid}/status`)) ?? []
  return { cpuSeconds: ticksOf(pid).own / ticksPerSecond, megabytes: Number(peak) / kilobytesPerMegabyte }
}

/** The PostgreSQL of a data folder: its processes of now, shared pages counted once, and those that have ended. */
export function weighPostgres(data: string): Used {
  const postmaster = Number.parseInt(readOr(join(data, 'postgres/postmaster.pid'), ''), 10)
  if (Number.isNaN(postmaster)) return { cpuSeconds: 0, megabytes: 0 }
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger)
  const own = pids.filter((pid) => pid === postmaster || ticksOf(pid).parent === postmaster)
  const ticks = own.reduce((sum, pid) => sum + ticksOf(pid).own, ticksOf(postmaster).ended)
  const sizes = own.map((pid) => Number(/^Pss:\s+(\d+)/m.exec(readProc(`${pid}/smaps_rollup`))?.[1] ?? 0))
  return {
    cpuSeconds: ticks / ticksPerSecond,
    megabytes: sizes.reduce((sum, size) => sum + size, 0) / kilobytesPerMegabyte,
  }
}

/** Processor time of a process and of its children that have ended; its parent. */
function ticksOf(pid: number): { readonly parent: number; readonly own: number; readonly ended: number } {
  const line = readProc(`${pid}/stat`)
  // The name in brackets may hold spaces.
  const fields = line
    .slice(line.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11)
  return { parent: fields[1] ?? 0, own: user + system, ended: endedUser + endedSystem }
}

function readProc(path: string): string {
  return readOr(join('/proc', path), '')
}

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return otherwise
  }
}
