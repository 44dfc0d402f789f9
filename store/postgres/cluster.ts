import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Binaries } from './binaries.ts'
import { explainWrite, type Folders, findUnreachable, ownWorkingFolder } from './folders.ts'
import { isAlive } from './postmaster.ts'
import { storeError, systemCode } from './problem.ts'

/** Makes the cluster unless there is one, and returns the folder with the binaries that its user can run. */
export async function makeCluster(folders: Folders, binaries: Binaries): Promise<string> {
  const bin = reachableCopy(folders, binaries)
  removeHalfMade(folders.data)
  if (existsSync(path.join(folders.cluster, 'PG_VERSION'))) return bin
  const fresh = `${folders.cluster}.new-${process.pid}`
  try {
    mkdirSync(fresh, { mode: 0o700 })
    if (folders.owner.uid !== undefined) chownSync(fresh, folders.owner.uid, folders.owner.gid)
    runInitdb(bin, fresh, folders)
    moveIntoPlace(fresh, folders.cluster)
  } catch (error) {
    throw explainWrite(error, folders.data)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
  return bin
}

/** A project under /root is closed to "nobody": then it gets a copy of the binaries that it can run. */
function reachableCopy({ owner }: Folders, { folder, major }: Binaries): string {
  if (findUnreachable(folder, owner) === null) return folder
  const open = findUnreachable(os.tmpdir(), owner) === null ? os.tmpdir() : '/tmp'
  const copy = path.join(open, `outside-in-postgres-${major}-${process.getuid?.()}`)
  if (!existsSync(copy)) {
    const part = mkdtempSync(`${copy}.new-`)
    cpSync(path.dirname(folder), part, { recursive: true, verbatimSymlinks: true })
    chmodSync(part, 0o755)
    moveIntoPlace(part, copy)
    rmSync(part, { recursive: true, force: true })
  }
  // Everybody can write there: what someone else put in its place must not run.
  if (lstatSync(copy).uid !== process.getuid?.()) {
    throw storeError('notReachable', `${copy} belongs to someone else.`, 'Remove it, then start again.')
  }
  return path.join(copy, 'bin')
}

function runInitdb(bin: string, fresh: string, folders: Folders) {
  const settings = ['-U', 'outside_in', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8']
  const place = folders.isClosed ? ownWorkingFolder : fresh
  const { status, stderr, error } = spawnSync(path.join(bin, 'initdb'), ['-D', place, ...settings], {
    ...folders.owner,
    cwd: folders.isClosed ? fresh : '/',
    encoding: 'utf8',
    env: {},
  })
  if (status === 0) return
  if (stderr?.includes('No space left')) throw Object.assign(new Error(stderr), { code: 'ENOSPC' })
  throw storeError(
    'cannotStart',
    `PostgreSQL could not make its files in ${folders.data}: ${(stderr || String(error)).trim()}`,
    'Mend what it names, then start again.',
  )
}

/** Two processes may make one at the same time: the first to move it there wins, the other one's is dropped. */
function moveIntoPlace(fresh: string, place: string) {
  try {
    renameSync(fresh, place)
  } catch (error) {
    if (systemCode(error) !== 'ENOTEMPTY' && systemCode(error) !== 'EEXIST') throw error
  }
}

/** What a process left that was killed while it made a cluster. */
function removeHalfMade(data: string) {
  for (const name of readdirSync(data)) {
    const pid = /^postgres\.new-(\d+)$/.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) rmSync(path.join(data, name), { recursive: true, force: true })
  }
}
