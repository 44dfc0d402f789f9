import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { storeError, systemCode } from './problem.ts'

/** Whom PostgreSQL runs as: it refuses root, so that root hands it to "nobody". Empty: as ourselves. */
export type Owner = { readonly uid: number; readonly gid: number } | Record<string, never>

export type Folders = {
  readonly data: string
  /** Holds PostgreSQL's own files. */
  readonly cluster: string
  /** Only its owner may enter: whoever can open the socket is trusted. */
  readonly socket: string
  readonly log: string
  readonly owner: Owner
  /** True when a folder on the way here is closed to the owner, who is then led in by handles. */
  readonly isClosed: boolean
}

const nobody = { uid: 65534, gid: 65534 }
/** Linux's name for the folder that a process stands in: it opens also where the way to it is closed. */
export const ownWorkingFolder = '/proc/self/cwd'
/** The longest path of a unix socket on Linux is 107 bytes, on macOS 103. */
const longestSocketPath = 103

/** Makes what a data folder needs around the database, and checks that PostgreSQL can get there. */
export function prepareFolders(dataDir: string): Folders {
  const data = path.resolve(dataDir)
  const owner: Owner = process.getuid?.() === 0 ? nobody : {}
  const socket = socketFolder(data)
  try {
    mkdirSync(data, { recursive: true, mode: owner.uid === undefined ? 0o700 : 0o711 })
    makePrivate(socket, owner)
  } catch (error) {
    throw explainWrite(error, data)
  }
  return {
    data,
    cluster: path.join(data, 'postgres'),
    socket,
    log: path.join(data, 'postgres.log'),
    owner,
    isClosed: mustBeLedIn([data, socket], owner),
  }
}

/** The version that wrote the cluster; null when there is none yet. */
export function clusterVersion(cluster: string): number | null {
  try {
    return Number.parseInt(readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8'), 10)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw explainWrite(error, cluster)
  }
}

/** The first folder above (or at) `folder` that the server's user may not enter; null when it can get there. */
export function findUnreachable(folder: string, owner: Owner): string | null {
  if (owner.uid === undefined) return null
  for (let at = folder, below = ''; at !== below; below = at, at = path.dirname(at)) {
    const { mode, uid, gid } = statSync(at)
    const bit = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return at
  }
  return null
}

export function explainWrite(error: unknown, folder: string): unknown {
  const code = systemCode(error)
  if (code === 'ENOSPC')
    return storeError('diskFull', `The disk of ${folder} is full.`, 'Free some space, then start again.')
  // Node says ENOENT when it should make a folder on a read-only file system.
  if (code !== null && ['EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes(code)) {
    return storeError(
      'notWritable',
      `The data folder ${folder} cannot be written to.`,
      'Give yourself the right to write there, or name another folder with --data.',
    )
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return storeError('notWritable', `${folder} is not a folder.`, 'Name another folder with --data.')
  }
  return error
}

function socketFolder(data: string): string {
  const inside = path.join(data, 'socket')
  if (Buffer.byteLength(path.join(inside, '.s.PGSQL.5432.lock')) <= longestSocketPath) return inside
  const name = createHash('sha256').update(data).digest('hex').slice(0, 12)
  return path.join(os.tmpdir(), `outside-in-${name}`)
}

/** Someone else may have made the folder first, where everybody can write: then its owner gives it away. */
function makePrivate(folder: string, owner: Owner) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { uid } = lstatSync(folder)
  const ours = [process.getuid?.(), owner.uid].includes(uid)
  if (!ours || !lstatSync(folder).isDirectory()) {
    throw storeError('notWritable', `${folder} belongs to someone else.`, 'Remove it, then start again.')
  }
  chmodSync(folder, 0o700)
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid)
}

/** Where the system has no handles by name, a closed folder is refused. */
function mustBeLedIn(folders: readonly string[], owner: Owner): boolean {
  const [closed] = folders.map((folder) => findUnreachable(folder, owner)).filter((folder) => folder !== null)
  if (closed === undefined) return false
  if (existsSync(ownWorkingFolder)) return true
  throw storeError(
    'notReachable',
    `PostgreSQL does not run as root, and its user "nobody" may not enter ${closed}.`,
    `Name a data folder elsewhere, such as --data /var/lib/outside-in, or allow entering with: chmod o+x ${closed}`,
  )
}
