import { spawn } from 'node:child_process'
import { closeSync, existsSync, fstatSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { explainWrite, type Folders, ownWorkingFolder } from './folders.ts'
import { pause } from './knock.ts'
import { storeError, systemCode } from './problem.ts'

export type Started = {
  isRunning(): boolean
  /** Why it ended: nothing to say where another try can help, else it throws the reason. */
  explainEnd(): void
}

/** The place of the socket folder among the open files that the server is born with. */
const socketHandle = 3
const longestLog = 10 * 1024 * 1024

/**
 * Tuned for loads of millions of rows on a small machine; no customer's words in the log. Autovacuum looks around every five
 * minutes: every minute, it took as long as the load itself. A server and its two workers take 75 connections at most; two of them
 * may share one database.
 */
const settings = [
  'listen_addresses=',
  'max_connections=160',
  'shared_buffers=256MB',
  'work_mem=64MB',
  'maintenance_work_mem=256MB',
  'max_wal_size=4GB',
  'wal_compression=on',
  'autovacuum_naptime=5min',
  'random_page_cost=1.1',
  'jit=off',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
  'log_parameter_max_length_on_error=0',
]

/** Its own process group: Ctrl-C in the terminal must reach us, who then close in order, and not the server. */
export function startPostgres(folders: Folders, bin: string): Started {
  const log = openLog(folders)
  const begin = fstatSync(log).size
  const socket = openSync(folders.socket, 'r')
  const [data, sockets] = folders.isClosed
    ? [ownWorkingFolder, `/proc/self/fd/${socketHandle}`]
    : [folders.cluster, folders.socket]
  const child = spawn(
    path.join(bin, 'postgres'),
    ['-D', data, '-k', sockets, '-p', '5432', ...settings.flatMap((setting) => ['-c', setting])],
    {
      ...folders.owner,
      cwd: folders.cluster,
      detached: true,
      stdio: ['ignore', log, log, socket],
      env: {},
    },
  )
  closeSync(log)
  closeSync(socket)
  child.unref()
  let failure: Error | null = null
  child.on('error', (error) => {
    failure = error
  })
  return {
    isRunning: () => failure === null && child.exitCode === null && child.signalCode === null,
    explainEnd: () => explainEnd(folders, failure?.message ?? readLog(folders.log, begin)),
  }
}

/** Ends the server, whoever started it, and waits for its end. */
export async function stopPostgres(cluster: string) {
  const pid = askToStop(cluster)
  while (pid !== null && postmasterPid(cluster) === pid && isAlive(pid)) await pause(20)
}

/** Asks for a fast shutdown: what is not committed is rolled back. */
export function askToStop(cluster: string): number | null {
  const pid = postmasterPid(cluster)
  if (pid !== null) process.kill(pid, 'SIGINT')
  return pid
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return systemCode(error) === 'EPERM'
  }
}

function postmasterPid(cluster: string): number | null {
  try {
    return Number.parseInt(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8'), 10)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}

/** Two processes may start a server at once: both append, and neither cuts off what the other says. */
function openLog({ log, data }: Folders): number {
  try {
    if (existsSync(log) && statSync(log).size > longestLog) rmSync(log)
    return openSync(log, 'a', 0o600)
  } catch (error) {
    throw explainWrite(error, data)
  }
}

function readLog(log: string, begin: number): string {
  return readFileSync(log).subarray(begin).toString()
}

/** These pass by themselves: another process was quicker, or the last server's children are still leaving. */
const passing = /lock file .* (?:already exists|is empty)|pre-existing shared memory block/

function explainEnd(folders: Folders, said: string) {
  if (passing.test(said)) return forgetStrangers(folders)
  if (said.includes('No space left'))
    throw explainWrite(Object.assign(new Error(said), { code: 'ENOSPC' }), folders.data)
  const lines = said.trim().split('\n').slice(-4).join('\n')
  throw storeError('cannotStart', `PostgreSQL did not start: ${lines}`, `The whole log is in ${folders.log}.`)
}

/** After a crash of the machine, the noted process id may belong to a program that is no PostgreSQL. */
function forgetStrangers({ cluster, socket }: Folders) {
  for (const lock of [path.join(cluster, 'postmaster.pid'), path.join(socket, '.s.PGSQL.5432.lock')]) {
    const name = programName(lock)
    if ((name !== null && !name.includes('postgres')) || isLeftEmpty(lock)) rmSync(lock, { force: true })
  }
}

/** A server that starts fills its note at once; one that stays empty was left by a crash in that moment. */
function isLeftEmpty(lock: string): boolean {
  const found = statSync(lock, { throwIfNoEntry: false })
  return found !== undefined && found.size === 0 && Date.now() - found.mtimeMs > 5000
}

function programName(lock: string): string | null {
  try {
    return readFileSync(`/proc/${Number.parseInt(readFileSync(lock, 'utf8'), 10)}/cmdline`, 'utf8')
  } catch {
    return null
  }
}
