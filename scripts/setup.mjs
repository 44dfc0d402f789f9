#!/usr/bin/env node
// The one way in: sets up what is missing, then starts, tests or runs. Plain JavaScript without dependencies, for
// any Node from version 20, because nothing is installed yet when it runs first. What it says goes to standard
// error: standard output belongs to the command.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildWeb } from './build-web.mjs'
import { ensureBrowser } from './find-browser.mjs'
import { ensureDovecot } from './find-dovecot.mjs'
import { ensureExim } from './find-exim.mjs'
import { findNode, install, isInstalled } from './install.mjs'
import { withLock } from './lock.mjs'
import { startProgram } from './programs.mjs'
import { runTests } from './run-tests.mjs'
import { Stop, say } from './say.mjs'

const project = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

const commands = {
  start: async (node, args) => {
    await locked(() => buildWeb(project, node))
    return startProgram(node, ['cli/main.ts', 'serve', '--demo', ...args], { cwd: project }).ended
  },
  test: async (node, args) => {
    const browser = await locked(async () => {
      await buildWeb(project, node)
      ensureDovecot()
      ensureExim()
      return ensureBrowser(project, node)
    })
    return runTests(project, { node, browser, args })
  },
  dev: async (node, args) => {
    const server = startProgram(node, ['--watch', 'cli/main.ts', 'serve', '--demo', ...args], {
      cwd: project,
    })
    const web = startProgram(node, ['node_modules/vite/bin/vite.js'], { cwd: project })
    const code = await Promise.race([server.ended, web.ended])
    server.stop()
    web.stop()
    return code
  },
  run: (node, args) => startProgram(node, [path.join(project, 'cli/main.ts'), ...args], {}).ended,
  node: (node, args) => startProgram(node, args, { cwd: project }).ended,
}

function locked(work) {
  return withLock(path.join(project, '.setup'), work)
}

async function main([name = '', ...args]) {
  const command = commands[name]
  if (!command)
    throw new Stop(`There is no "${name}" to set up.`, `Use one of: ${Object.keys(commands).join(', ')}.`)
  if (!isInstalled(project) || findNode(project) === null) await locked(() => install(project))
  const node = findNode(project)
  if (node === null) {
    throw new Stop(
      `Node 24 could not be installed, and this is Node ${process.versions.node}.`,
      'Install Node 24 from https://nodejs.org, then run this again.',
    )
  }
  return command(node, args)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Stop)) throw error
  say(`${error.message}\n${error.hint}`)
  process.exitCode = 1
}
