import { chmod, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultStory } from '../../demo/walk.ts'
import { writeExport } from '../../demo/write-export.ts'
import { copyBare } from './bench-copy.ts'
import { readMeasured } from './bench-read.ts'

/**
 * Reads demo interactions end to end into an embedded store, and copies the same rows with the same indexes for
 * comparison, in one run; prints one line a size. On a busy machine the ratio of processor time says more than that of
 * seconds. Sizes from the command line, default 100,000 and 1,000,000.
 */
export async function benchReading(sizes: readonly number[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'outside-in-bench-'))
  // PostgreSQL runs as another user when we are root.
  await chmod(folder, 0o755)
  try {
    console.log(
      '| interactions | text | read end to end | rows/s | processor time: ours + PostgreSQL’s | our peak memory | PostgreSQL’s | bare COPY + indexes | its processor time | ratio | ratio of processor time |',
    )
    console.log('|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|')
    for (const interactions of sizes.length > 0 ? sizes : [100_000, 1_000_000]) {
      const file = join(folder, `${interactions}.csv`)
      await writeExport({ ...defaultStory, interactions }, file, 'csv')
      const read = await readMeasured(file, join(folder, `${interactions}-data`))
      const copy = await copyBare(join(folder, `${interactions}-data`))
      const { size } = await stat(file)
      const cells = [
        interactions.toLocaleString('en-US'),
        `${Math.round(size / 1e6)} MB`,
        `${read.seconds.toFixed(1)} s`,
        Math.round(interactions / read.seconds).toLocaleString('en-US'),
        `${read.cpuSeconds.toFixed(1)} + ${read.serverCpuSeconds.toFixed(1)} s`,
        `${read.peakMegabytes} MB`,
        `${read.serverMegabytes} MB`,
        `${copy.seconds.toFixed(1)} s`,
        `${copy.cpuSeconds.toFixed(1)} s`,
        (read.seconds / copy.seconds).toFixed(2),
        ((read.cpuSeconds + read.serverCpuSeconds) / copy.cpuSeconds).toFixed(2),
      ]
      console.log(`| ${cells.join(' | ')} |`)
      await rm(file)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
