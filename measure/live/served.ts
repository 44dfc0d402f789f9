import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { StorePlace } from '../../store/open.ts'

const cli = join(import.meta.dirname, '../../cli/main.ts')

/** A server in a process of its own, as a user would start it. */
export type Served = {
  readonly url: string
  readonly pid: number
  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<void>
}

export async function startServed(place: StorePlace, ...more: string[]): Promise<Served> {
  const child = run(place, 'serve', '--port', '0', ...more)
  const url = await addressOf(child)
  child.stderr?.resume()
  return {
    url,
    pid: child.pid ?? 0,
    end: async (signal) => {
      const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null
      child.kill(signal)
      await ended
    },
  }
}

/** Runs a command to its end and gives what it printed. */
export async function runCommand(place: StorePlace, ...args: string[]): Promise<string> {
  const child = run(place, ...args)
  let out = ''
  let said = ''
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    out += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`outside-in ${args.join(' ')} ended with ${code}: ${said}`)
  return out
}

function run(place: StorePlace, ...args: string[]): ChildProcess {
  const where = 'dataDir' in place ? ['--data', place.dataDir] : []
  const env = { ...process.env, DATABASE_URL: 'databaseUrl' in place ? place.databaseUrl : undefined }
  return spawn(process.execPath, [cli, ...args, ...where], { env, stdio: ['ignore', 'pipe', 'pipe'] })
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  child.stderr?.setEncoding('utf8')
  for await (const piece of child.stderr?.iterator({ destroyOnReturn: false }) ?? []) {
    said += piece
    const url = /Outside-In is at (\S+)/.exec(said)?.[1]
    if (url !== undefined) return url
  }
  throw new Error(`The server did not start: ${said}`)
}
