import { execFileSync } from 'node:child_process'
import { accessSync, constants, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { runStep } from './programs.mjs'
import { Stop, say } from './say.mjs'

const ours = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), '.setup', 'exim4')
const places = [
  '/usr/sbin/exim4',
  '/usr/sbin/exim',
  '/usr/local/sbin/exim',
  '/opt/homebrew/bin/exim',
  path.join(ours, 'usr/sbin/exim4'),
]

/** An Exim that the tests of answers by mail can start. */
export function findExim() {
  return places.find(canRun) ?? null
}

/**
 * Finds an Exim, or takes Debian's apart beside the project: installed, it would drive out the mail server that the
 * machine may have, and start. Says what to do when none can be had.
 */
export function ensureExim() {
  if (findExim() === null && process.getuid?.() === 0 && canRun('/usr/bin/apt-get')) unpackDebian()
  if (findExim() !== null) return
  throw new Stop(
    'The tests of answers by mail need Exim, and none is here or could be fetched.',
    'Install it (on Debian and Ubuntu the package exim4-daemon-light), then run this again.',
  )
}

function unpackDebian() {
  say('Fetching Exim for the tests of answers by mail.')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  mkdirSync(ours, { recursive: true })
  const folder = mkdtempSync(path.join(ours, 'fetched-'))
  runStep('apt-get', ['update', '-qq'], { env })
  runStep('apt-get', ['download', '-qq', 'exim4-daemon-light'], { env, cwd: folder })
  const file = readdirSync(folder).find((name) => name.endsWith('.deb'))
  if (file !== undefined) {
    const archive = path.join(folder, file)
    runStep(
      'apt-get',
      ['install', '-y', '-qq', '--no-upgrade', '--no-install-recommends', ...librariesOf(archive)],
      {
        env,
      },
    )
    runStep('dpkg-deb', ['-x', archive, ours], {})
    makeUser()
  }
  rmSync(folder, { recursive: true })
}

/** What Debian's Exim is linked against, without the rest of what its package asks for. */
function librariesOf(archive) {
  const depends = execFileSync('dpkg-deb', ['-f', archive, 'Depends'], { encoding: 'utf8' })
  return depends
    .split(',')
    .map((one) => one.trim().split(/[ |(]/)[0])
    .filter((name) => name.startsWith('lib'))
}

/** Debian's Exim does not start unless there is the user that its package makes. */
function makeUser() {
  try {
    execFileSync('id', ['Debian-exim'], { stdio: 'ignore' })
  } catch {
    const ways = ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin']
    runStep('useradd', [...ways, '--user-group', 'Debian-exim'], {})
  }
}

function canRun(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
