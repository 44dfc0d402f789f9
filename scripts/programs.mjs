import { spawn, spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Stop } from './say.mjs'

/** What Node has compiled of our files once, the next program and each of its threads takes from here. */
const compiledOnce = { NODE_COMPILE_CACHE: fileURLToPath(new URL('../.setup/compiled', import.meta.url)) }

/** Runs a set-up step to its end, with its output on standard error; returns its exit code. */
export function runStep(program, args, { cwd, env = process.env }) {
  const { status, error } = spawnSync(program, args, { cwd, env, stdio: ['ignore', 2, 2] })
  if (error)
    throw new Stop(`"${program}" could not be run: ${error.message}`, 'Install it, then run this again.')
  return status ?? 1
}

/**
 * Starts a program in our place: it has our terminal, and signals meant for us reach it. `ended` is its exit code;
 * 128 and the number of the signal when one ended it, as shells say it.
 */
export function startProgram(node, args, { cwd = process.cwd(), env = {} }) {
  const child = spawn(node, args, {
    cwd,
    stdio: 'inherit',
    env: { ...compiledOnce, ...process.env, ...onPath(node), ...env },
  })
  // Ctrl-C reaches the program by itself, being in the same terminal; we only wait for it to end in order.
  const ignore = () => {}
  const forward = () => child.kill('SIGTERM')
  process.on('SIGINT', ignore)
  process.on('SIGTERM', forward)
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      process.off('SIGINT', ignore)
      process.off('SIGTERM', forward)
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143))
    })
  })
  return { ended, stop: forward }
}

/** Programs that our programs start find the same Node. */
function onPath(node) {
  return { PATH: [path.dirname(node), process.env.PATH ?? ''].join(path.delimiter) }
}
