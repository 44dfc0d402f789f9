import type pg from 'pg'
import { findBinaries } from './binaries.ts'
import { makeCluster } from './cluster.ts'
import { clusterVersion, type Folders, prepareFolders } from './folders.ts'
import { knock, pause } from './knock.ts'
import { askToStop, type Started, startPostgres, stopPostgres } from './postmaster.ts'
import { storeError } from './problem.ts'

export type Server = {
  readonly connection: { readonly host: string; readonly port: number; readonly user: string }
  /** The last one out stops the server. */
  close(): Promise<void>
}

/** Held shared by everybody who uses the server; who gets it alone is the last. */
const usersLock = 7102026
const patienceMs = 60_000
const retryMs = 1000
/** How a terminal, a service manager and a closed window end a program. */
const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Starts the PostgreSQL of a data folder, or joins the one that another process (or a crashed one) left running.
 * Every user holds a session lock on a connection of its own: it goes with its process, however that ends, so that
 * no crash can leave a mark behind. A server that lost its last user to a crash waits for the next one.
 */
export async function openEmbedded({ dataDir }: { dataDir: string }): Promise<Server> {
  const folders = prepareFolders(dataDir)
  const binaries = findBinaries(clusterVersion(folders.cluster))
  const bin = await makeCluster(folders, binaries)
  let isClosing = false
  const enter = async (): Promise<pg.Client> => {
    const client = await join(folders, bin)
    // A connection may say twice that it broke; it is replaced once.
    client.on('error', () => {})
    client.once('error', () => {
      if (isClosing) return
      user = enterAgain()
      user.catch(() => {})
    })
    return client
  }
  // A server that can't come back now, as on a full disk, can do so later.
  const enterAgain = async (): Promise<pg.Client> => {
    for (;;) {
      try {
        return await enter()
      } catch (error) {
        if (isClosing) throw error
        await pause(retryMs)
      }
    }
  }
  let user = enter()
  await user
  const onSignal = async (signal: NodeJS.Signals) => {
    // A program that listens itself closes the store in its own order.
    if (process.listenerCount(signal) > 0) return
    isClosing = true
    if (await isLastOut(await user).catch(() => false)) askToStop(folders.cluster)
    process.kill(process.pid, signal)
  }
  for (const signal of endingSignals) process.once(signal, onSignal)
  return {
    connection: { host: folders.socket, port: 5432, user: 'outside_in' },
    close: async () => {
      isClosing = true
      for (const signal of endingSignals) process.off(signal, onSignal)
      const left = await user.catch(() => null)
      if (left !== null) await leave(left, folders)
    },
  }
}

/** Knocks until somebody opens, and starts a server when nobody is in. */
async function join(folders: Folders, bin: string): Promise<pg.Client> {
  const until = performance.now() + patienceMs
  let mine: Started | null = null
  for (;;) {
    const answer = await knock(folders.socket, usersLock)
    if (typeof answer === 'object') return answer
    if (answer === 'nobody' && !mine?.isRunning()) {
      mine?.explainEnd()
      if (performance.now() > until) throw heldByAnother(folders)
      mine = startPostgres(folders, bin)
    }
    await pause(30)
  }
}

function heldByAnother({ cluster, log }: Folders) {
  return storeError(
    'cannotStart',
    `Another PostgreSQL holds ${cluster} and does not answer.`,
    `See ${log}; stop the process named in ${cluster}/postmaster.pid, then start again.`,
  )
}

async function leave(user: pg.Client, { cluster }: Folders) {
  try {
    if (await isLastOut(user)) await stopPostgres(cluster)
  } finally {
    await user.end().catch(() => {})
  }
}

async function isLastOut(user: pg.Client): Promise<boolean> {
  await user.query('select pg_advisory_unlock_shared($1)', [usersLock])
  const { rows } = await user.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [usersLock])
  return rows[0]?.last ?? false
}
