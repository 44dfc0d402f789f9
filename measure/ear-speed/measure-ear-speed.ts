import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { printTable } from '../ear/table.ts'
import { lengths } from './throughput.ts'
import { writeTexts } from './write-texts.ts'

const run = promisify(execFile)
const counts = [10_000, 100_000, 1_000_000] as const
const speedsSchema = z.array(z.tuple([z.string()], z.number()))
const discoverySchema = z.object({
  discoverySeconds: z.number(),
  allSeconds: z.number(),
  peakMegabytes: z.number(),
  groups: z.number(),
  assigned: z.number(),
})
const peerSchema = z.object({ seconds: z.number(), peakMegabytes: z.number() })

/**
 * Speed and memory of the ear, and of others on the same texts in the same run where a Python with scikit-learn and vaderSentiment is
 * named. Each size runs in a process of its own, so that its peak is its own.
 */
export async function measureEarSpeed(folder: string, python: string | null): Promise<void> {
  const place = await mkdtemp(join(tmpdir(), 'outside-in-measure-'))
  try {
    const path = join(place, 'texts.txt')
    await measureThroughput(folder, path, python)
    await measureDiscovery(folder, path, python)
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

async function measureDiscovery(folder: string, path: string, python: string | null): Promise<void> {
  const rows: (string | number)[][] = []
  for (const count of counts) {
    await writeTexts(folder, path, count)
    const ours = discoverySchema.parse(await ask(process.execPath, [fileOf('discover.ts'), path]))
    const peer =
      python === null
        ? null
        : peerSchema.parse(await ask(python, [fileOf('peers.py'), 'topics', path, String(ours.groups)]))
    rows.push([
      count,
      ours.groups,
      `${((ours.assigned / count) * 100).toFixed(1)} %`,
      ours.discoverySeconds.toFixed(1),
      ours.allSeconds.toFixed(1),
      Math.round(ours.peakMegabytes),
      peer === null ? '-' : peer.seconds.toFixed(1),
      peer === null ? '-' : Math.round(peer.peakMegabytes),
    ])
  }
  printTable(
    'Discovery: processor seconds on one core, and peak memory of the process in MB; beside it scikit-learn’s TF-IDF + SVD + k-means, told as many groups',
    ['texts', 'causes', 'placed', 'discovery', 'and all placed', 'peak', 'scikit-learn', 'its peak'],
    rows,
  )
}

async function measureThroughput(folder: string, path: string, python: string | null): Promise<void> {
  await writeTexts(folder, path, counts[0])
  const one = () =>
    ask(process.execPath, [fileOf('throughput.ts'), folder]).then((said) => speedsSchema.parse(said))
  const alone = await one()
  const both = await Promise.all([one(), one()])
  const rows = alone.map(([task, ...speeds], row) => [
    task,
    ...speeds,
    ...speeds.map((_, at) => both.reduce((sum, speed) => sum + Number(speed[row]?.[at + 1] ?? 0), 0)),
  ])
  const vader =
    python === null ? [] : z.array(z.number()).parse(await ask(python, [fileOf('peers.py'), 'vader', path]))
  printTable(
    'Texts a processor second, by characters a text: one process, and the sum of two side by side',
    ['task', ...['one', 'two'].flatMap((cores) => lengths.map((length) => `${length}, ${cores}`))],
    [...rows, ...(python === null ? [] : [['VADER (Python)', ...vader, '', '', '']])],
  )
}

async function ask(command: string, args: readonly string[]): Promise<unknown> {
  const { stdout } = await run(command, [...args])
  // It takes minutes, so each answer is told when it comes.
  process.stderr.write(`${basename(args[0] ?? '')}: ${stdout}`)
  return JSON.parse(stdout)
}

function fileOf(name: string): string {
  return join(import.meta.dirname, name)
}
