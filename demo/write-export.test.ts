import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { afterAll, describe, expect, it } from 'vitest'
import { demoColumns, tellStory } from './tell-story.ts'
import { defaultStory } from './walk.ts'
import { inChunks, writeChunks, writeExport } from './write-export.ts'
import { writeTruth } from './write-truth.ts'

const folder = await mkdtemp(join(tmpdir(), 'outside-in-demo-'))
const settings = { ...defaultStory, interactions: 800 }
const told = [...tellStory(settings)]

afterAll(() => rm(folder, { recursive: true }))

describe('writeExport', () => {
  it('writes csv that reads back as it was told', async () => {
    const path = join(folder, 'story.csv')
    await writeExport(settings, path, 'csv')
    const read: Record<string, string>[] = parse(await readFile(path), { columns: true })
    expect(read).toHaveLength(800)
    expect(Object.keys(read[0] ?? {})).toEqual([...demoColumns])
    expect(read.map((row) => row.text)).toEqual(told.map((row) => row.text))
  })

  it('writes one json document a line, compressed where the name says so', async () => {
    const path = join(folder, 'story.jsonl.gz')
    await writeExport(settings, path, 'jsonl')
    const lines = gunzipSync(await readFile(path))
      .toString()
      .trimEnd()
      .split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual(told)
  })

  it('writes the truth beside it, one line an interaction', async () => {
    const path = join(folder, 'truth.csv')
    await writeTruth(settings, path)
    const read: Record<string, string>[] = parse(await readFile(path), { columns: true })
    const ids = (rows: readonly Readonly<Record<string, unknown>>[]) =>
      rows.map((row) => row.message_id).toSorted()
    expect(ids(read)).toEqual(ids(told))
  })

  it('waits for a slow reader instead of piling up', async () => {
    let made = 0
    let taken = 0
    let mostAhead = 0
    const lines = (function* () {
      for (; made < 50; made++) yield 'x'.repeat(65_536)
    })()
    const slow = new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        taken += 1
        mostAhead = Math.max(mostAhead, made - taken)
        setImmediate(done)
      },
    })
    await writeChunks(inChunks(lines), slow)
    expect(taken).toBe(50)
    expect(mostAhead).toBeLessThan(8)
  })
})
