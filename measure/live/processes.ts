import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The PostgreSQL of a data folder: its first process, then its children. */
export function postgresPids(dataDir: string): readonly number[] {
  const first = Number.parseInt(read(join(dataDir, 'postgres/postmaster.pid')), 10)
  if (Number.isNaN(first)) return []
  const others = readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && parentOf(pid) === first)
  return [first, ...others]
}

/** One that has ended meanwhile needs no signal. */
export function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal)
    } catch {}
  }
}

function parentOf(pid: number): number {
  const line = read(`/proc/${pid}/stat`)
  return Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[1])
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
