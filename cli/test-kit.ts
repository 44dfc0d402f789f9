import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Report, reportSchema } from '../contract/report.ts'
import { openTestService, type TestService } from '../server/test-kit.ts'

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

export type TestCli = {
  readonly service: TestService
  readonly folder: string
  /** Runs the command to its end, as a shell would. */
  run(...args: string[]): Promise<Ended>
  start(...args: string[]): ChildProcess
  /** Waits until a statement finds something; asks the store itself, so that nothing depends on how fast this machine is. */
  until(text: string, values: readonly unknown[]): Promise<void>
  /** Writes a file for a command to read; gives its path. */
  write(name: string, content: string | Uint8Array): string
  report(...args: string[]): Promise<Report>
}

/** The command line in processes of its own, on a fresh database; with more in their environment than there is in ours. */
export async function openTestCli(environment: NodeJS.ProcessEnv = {}): Promise<TestCli> {
  const service = await openTestService()
  const { databaseUrl, dataDir: folder } = service.config.store
  const start = (...args: string[]) =>
    spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], {
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        OUTSIDE_IN_DATA: folder,
        NODE_ENV: 'production',
        ...environment,
      },
    })
  const run = (...args: string[]) => end(start(...args))
  return {
    service,
    folder,
    run,
    start,
    until: async (text, values) => {
      while ((await service.store.pool.query(text, [...values])).rowCount === 0)
        await new Promise((resolve) => setImmediate(resolve))
    },
    write: (name, content) => {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
    report: async (...args) => {
      const { out, err, code } = await run('read', ...args, '--json')
      if (out === '') throw new Error(`no report, exit code ${code}: ${err}`)
      return reportSchema.parse(JSON.parse(out))
    },
  }
}

export function end(child: ChildProcess): Promise<Ended> {
  let out = ''
  let err = ''
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    out += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    err += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
  })
}
