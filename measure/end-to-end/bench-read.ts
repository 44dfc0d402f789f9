import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { weighPostgres, weighProcess } from './bench-processes.ts'

export type ReadMeasure = {
  readonly seconds: number
  /** Processor time of our process, all threads, and of its PostgreSQL. */
  readonly cpuSeconds: number
  readonly serverCpuSeconds: number
  /** Largest resident size of our process. */
  readonly peakMegabytes: number
  /** Largest sum of PostgreSQL's processes, shared pages counted once. */
  readonly serverMegabytes: number
}

/** Runs `outside-in read` as a user would, in a process of its own, and watches what it and its PostgreSQL use. */
export async function readMeasured(file: string, data: string): Promise<ReadMeasure> {
  const started = performance.now()
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../cli/main.ts'), 'read', file, '--data', data, '--json'],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DATABASE_URL: undefined },
    },
  )
  const most = { cpuSeconds: 0, serverCpuSeconds: 0, peakMegabytes: 0, serverMegabytes: 0 }
  const watch = setInterval(() => {
    const own = weighProcess(child.pid ?? 0)
    const server = weighPostgres(data)
    most.cpuSeconds = Math.max(most.cpuSeconds, own.cpuSeconds)
    most.peakMegabytes = Math.max(most.peakMegabytes, Math.round(own.megabytes))
    most.serverCpuSeconds = Math.max(most.serverCpuSeconds, server.cpuSeconds)
    most.serverMegabytes = Math.max(most.serverMegabytes, Math.round(server.megabytes))
  }, 250)
  const code = await new Promise((resolve) => child.on('exit', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`The reading ended with exit code ${code}.`)
  return { seconds: (performance.now() - started) / 1000, ...most }
}
