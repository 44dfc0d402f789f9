import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { runStep } from './programs.mjs'
import { Stop, say } from './say.mjs'

const wantedMajor = 24

/**
 * Whether node_modules is what package-lock.json says. npm writes down what it installed when it is done, so that a
 * missing, older or half-done install shows.
 */
export function isInstalled(project) {
  const wanted = readPackages(path.join(project, 'package-lock.json'))
  const found = readPackages(path.join(project, 'node_modules/.package-lock.json'))
  if (wanted === null || found === null) return false
  return Object.entries(wanted).every(([folder, { version, optional }]) => {
    if (folder === '') return true
    // An optional package that is not for this machine is left out.
    if (!found[folder]) return optional === true
    return found[folder].version === version && existsSync(path.join(project, folder, 'package.json'))
  })
}

/** Installs what is missing, unless another process did it while we waited. */
export function install(project) {
  if (!isInstalled(project)) installPackages(project)
  if (findNode(project) === null) installNode(project)
}

/** The Node that npm installed, or the one we run on when it is new enough; null when there is neither. */
export function findNode(project) {
  const candidates = [path.join(project, 'node_modules/node/bin/node'), process.execPath]
  return candidates.find((node) => majorOf(node) >= wantedMajor) ?? null
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return null
  }
}

function majorOf(node) {
  if (!existsSync(node)) return 0
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' })
  return Number(/^v(\d+)/.exec(stdout ?? '')?.[1] ?? 0)
}

/**
 * `npm install` keeps to package-lock.json as `npm ci` does, but does not give up where a registry lacks the
 * packages of other platforms. What half an install left behind may mislead it: then all is installed anew.
 */
function installPackages(project) {
  say('Installing what is missing; this takes a minute the first time.')
  if (runNpmInstall(project) && isInstalled(project)) return
  say('That did not work; installing everything anew.')
  rmSync(path.join(project, 'node_modules'), { recursive: true, force: true })
  if (runNpmInstall(project)) return
  throw new Stop('npm could not install what Outside-In needs.', 'See its message above; is there a network?')
}

function runNpmInstall(project) {
  const options = ['--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional']
  return runStep('npm', ['install', ...options], { cwd: project, env: withoutOurBin(project) }) === 0
}

/** npm may have skipped the step of the package `node` that fetches the program itself: then we run it. */
function installNode(project) {
  const folder = path.join(project, 'node_modules/node')
  if (!existsSync(folder)) return
  say(`Fetching Node ${wantedMajor}.`)
  runStep(process.execPath, ['installArchSpecificPackage.js'], { cwd: folder, env: withoutOurBin(project) })
}

/** npm must not run on the Node that it is about to replace. */
function withoutOurBin(project) {
  const bin = path.join(project, 'node_modules')
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => !folder.startsWith(bin))
  return { ...process.env, PATH: folders.join(path.delimiter) }
}
