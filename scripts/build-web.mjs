import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runStep } from './programs.mjs'
import { Stop, say } from './say.mjs'

const sources = ['web', 'core', 'contract', 'vite.config.ts', 'package-lock.json']

/** Builds the web app when what it is made of has changed since. */
export function buildWeb(project, node) {
  const built = path.join(project, 'dist/web')
  const note = path.join(project, 'dist/web.hash')
  const hash = hashOf(project)
  if (existsSync(path.join(built, 'index.html')) && readNote(note) === hash) return
  say('Building the web app.')
  const fresh = `${built}.new`
  const vite = path.join(project, 'node_modules/vite/bin/vite.js')
  const args = [vite, 'build', '--logLevel', 'warn', '--outDir', fresh, '--emptyOutDir']
  if (runStep(node, args, { cwd: project }) !== 0) {
    throw new Stop('The web app could not be built.', 'See the message above.')
  }
  rmSync(built, { recursive: true, force: true })
  renameSync(fresh, built)
  writeFileSync(note, hash)
}

function hashOf(project) {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => listFiles(project, source))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(project, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

function listFiles(project, source) {
  if (!existsSync(path.join(project, source))) return []
  if (path.extname(source) !== '') return [source]
  const entries = readdirSync(path.join(project, source), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
  return files.map((entry) => path.relative(project, path.join(entry.parentPath, entry.name))).sort()
}

function readNote(note) {
  return existsSync(note) ? readFileSync(note, 'utf8') : null
}
