import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const here = import.meta.dirname
const folder = mkdtempSync(path.join(os.tmpdir(), 'outside-in setup '))
afterAll(() => rmSync(folder, { recursive: true }))

/** What a script of the set-up answers, asked in a Node of its own as it is used. */
function ask(module: string, expression: string): unknown {
  const code = `import * as it from ${JSON.stringify(path.join(here, module))}; console.log(JSON.stringify(${expression}))`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
  })
  return stdout === '' ? stderr : JSON.parse(stdout)
}

function writePackages(file: string, packages: Record<string, object>) {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  writeFileSync(path.join(folder, file), JSON.stringify({ packages }))
}

const isInstalled = `it.isInstalled(${JSON.stringify(folder)})`
const wanted = {
  '': {},
  'node_modules/a': { version: '1.0.0' },
  'node_modules/for-windows': { version: '1.0.0', optional: true },
}

test('an install is whole when npm noted all of it, and it is there', () => {
  writePackages('package-lock.json', wanted)
  expect(ask('install.mjs', isInstalled)).toBe(false)
  writePackages('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } })
  expect(ask('install.mjs', isInstalled)).toBe(false)
  mkdirSync(path.join(folder, 'node_modules/a'))
  writeFileSync(path.join(folder, 'node_modules/a/package.json'), '{}')
  expect(ask('install.mjs', isInstalled)).toBe(true)
})

test('an install older than the lock file is not whole', () => {
  writePackages('package-lock.json', { ...wanted, 'node_modules/a': { version: '1.0.1' } })
  expect(ask('install.mjs', isInstalled)).toBe(false)
})

/** Two lines a process: one when it gets the lock, one when it lets go. */
function locked(name: string) {
  const log = JSON.stringify(path.join(folder, 'log'))
  const work = `async () => { appendFileSync(${log}, '${name} in\\n'); await new Promise((r) => setTimeout(r, 300)); appendFileSync(${log}, '${name} out\\n') }`
  const code = `import { appendFileSync } from 'node:fs'; import { withLock } from ${JSON.stringify(path.join(here, 'lock.mjs'))}
    await withLock(${JSON.stringify(path.join(folder, '.setup'))}, ${work})`
  return spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: 'ignore' })
}

test('two set-ups at once follow one another, and a dead one’s lock is broken', async () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  mkdirSync(path.join(folder, '.setup'))
  writeFileSync(path.join(folder, '.setup/lock'), String(dead))
  const ends = ['a', 'b', 'c'].map((name) => once(locked(name), 'exit'))
  expect(await Promise.all(ends)).toEqual([
    [0, null],
    [0, null],
    [0, null],
  ])
  const lines = readFileSync(path.join(folder, 'log'), 'utf8').trim().split('\n')
  expect(lines.length).toBe(6)
  for (let at = 0; at < 6; at += 2) expect(lines[at + 1]).toBe(lines[at]?.replace('in', 'out'))
  expect(existsSync(path.join(folder, '.setup/lock'))).toBe(false)
})

test('a browser that CHROMIUM names but cannot be run is refused in plain words', () => {
  const { stderr } = spawnSync(
    process.execPath,
    ['-e', `import(${JSON.stringify(path.join(here, 'find-browser.mjs'))}).then((it) => it.findBrowser())`],
    {
      encoding: 'utf8',
      env: { CHROMIUM: '/nowhere/chromium' },
    },
  )
  expect(stderr).toContain('CHROMIUM names /nowhere/chromium, which cannot be run.')
})

test('an unknown command is named, with those there are', () => {
  const { stderr, status } = spawnSync(process.execPath, [path.join(here, 'setup.mjs'), 'fly'], {
    encoding: 'utf8',
  })
  expect(stderr).toBe('There is no "fly" to set up.\nUse one of: start, test, dev, run, node.\n')
  expect(status).toBe(1)
})
