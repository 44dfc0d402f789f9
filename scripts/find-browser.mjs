import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { runStep } from './programs.mjs'
import { Stop, say } from './say.mjs'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
]
const macApps = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const playwrightPrograms = [
  'chrome',
  'headless_shell',
  'chrome-headless-shell',
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
]

/** A Chromium that can be run: the one that CHROMIUM names, the system's, or one that Playwright fetched. */
export function findBrowser() {
  if (process.env.CHROMIUM) {
    if (canRun(process.env.CHROMIUM)) return process.env.CHROMIUM
    throw new Stop(`CHROMIUM names ${process.env.CHROMIUM}, which cannot be run.`, 'Correct it, or unset it.')
  }
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return [...onPath, ...macApps, ...fetched()].find(canRun) ?? null
}

/** Finds a browser, or installs Debian's or Playwright's; says what to do when none can be had. */
export function ensureBrowser(project, node) {
  const found = findBrowser()
  if (found !== null) return found
  if (process.getuid?.() === 0 && canRun('/usr/bin/apt-get')) installDebian()
  else installPlaywright(project, node)
  const installed = findBrowser()
  if (installed !== null) return installed
  throw new Stop(
    'The tests need a browser, and none is here or could be installed.',
    'Install Chromium or Chrome, or set CHROMIUM to the path of one, then run this again.',
  )
}

function installDebian() {
  say('Installing Chromium for the tests of the screens.')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  runStep('apt-get', ['update', '-qq'], { env })
  runStep('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env })
}

function installPlaywright(project, node) {
  say('Fetching Chromium for the tests of the screens.')
  runStep(node, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], { cwd: project })
}

/** What Playwright keeps, newest first: `chromium-1234/chrome-linux64/chrome` and the like. */
function fetched() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? path.join(cacheFolder(), 'ms-playwright')
  const versions = listNames(cache).filter((name) => name.startsWith('chromium'))
  const folders = versions
    .sort()
    .reverse()
    .map((name) => path.join(cache, name))
  const builds = folders.flatMap((folder) => listNames(folder).map((name) => path.join(folder, name)))
  return builds.flatMap((build) => playwrightPrograms.map((program) => path.join(build, program)))
}

function cacheFolder() {
  const mac = path.join(os.homedir(), 'Library/Caches')
  return process.platform === 'darwin'
    ? mac
    : (process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'))
}

function listNames(folder) {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function canRun(file) {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
