import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isKnown } from '../../core/base/cannot-say.ts'
import type { CauseModel } from '../../core/causes/cause-model.ts'
import { countNextNeeds } from '../../core/causes/next-needs/count-next-needs.ts'
import { findNextNeeds } from '../../core/causes/next-needs/find-next-needs.ts'
import type { CustomerReading } from '../../core/causes/read-customer.ts'
import { emptyTally } from '../../core/causes/tally.ts'
import { startCounting } from '../../core/causes/tally-customer.ts'
import { chooseCauses, costOfDoingNothing } from '../../core/cost/cost-of-doing-nothing.ts'
import type { WordTable } from '../../core/text/word-table.ts'
import { defaultStory, type StorySettings } from '../../demo/walk.ts'
import { tellWork } from '../../demo/work-truth.ts'
import { writeExport } from '../../demo/write-export.ts'
import { historyOf } from '../../server/reports/cost-history.ts'
import { fileOnDisk } from '../../sources/source-file.ts'
import { plantedCauses } from '../changes.ts'
import { readInMemory } from '../read-in-memory.ts'
import { type Held, inputsOf, printHead, printRow, realCosts } from './score-demo.ts'

const largest = 3

/** The same from causes as they are read out of texts: those that are mostly one planted cause, against what that one really costs. */
export async function printReadScores(seeds: readonly number[], words: WordTable): Promise<void> {
  console.log(
    `\nThe demo company, ${seeds.length} seeds: the three dearest causes as they are read from texts\n`,
  )
  printHead()
  const held: (readonly Held[])[] = []
  for (const seed of seeds) held.push(await holdRead({ ...defaultStory, seed }, words))
  printRow(
    'each of the three, as read',
    held.flatMap((each) => each.slice(0, largest)),
  )
  printRow('each of all causes, as read', held.flat())
}

async function holdRead(story: StorySettings, words: WordTable): Promise<readonly Held[]> {
  const folder = await mkdtemp(join(tmpdir(), 'outside-in-measure-'))
  try {
    const path = join(folder, 'demo.csv')
    await writeExport(story, path, 'csv')
    const { readings, model } = await readInMemory(fileOnDisk(path), words, story.end)
    const history = historyOfReadings(readings, model.causes)
    if (!isKnown(history)) throw new Error(history.cannotSay)
    const inputs = inputsOf(story, history)
    const real = realCosts([...tellWork(story, 'coming')])
    const planted = plantedCauses(
      readings.flatMap(({ contacts }) => contacts),
      story,
    )
    const groups = Map.groupBy([...planted], ([, cause]) => cause)
    return [...groups]
      .filter(([cause]) => cause !== '')
      .map(([cause, ids]): Held => {
        const cost = costOfDoingNothing(chooseCauses(inputs, new Set(ids.map(([id]) => String(id)))))
        if (!isKnown(cost)) throw new Error(cost.cannotSay)
        return { low: cost.low, mid: cost.mid, high: cost.high, truth: real.get(cause) ?? 0 }
      })
      .sort((left, right) => right.mid - left.mid)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function historyOfReadings(readings: readonly CustomerReading[], causes: CauseModel['causes']) {
  const counter = startCounting()
  for (const reading of readings) counter.add(reading)
  const times = readings.flatMap(({ contacts }) => contacts.flatMap(({ at }) => at ?? []))
  const lastAt = times.reduce((last, at) => Math.max(last, at), 0)
  const needs = countNextNeeds(lastAt)
  for (const { issues, record } of readings) {
    needs.add(
      issues.flatMap(({ id, cause, contacts }) => {
        const own = contacts.flatMap(({ at }) => at ?? [])
        const [firstAt, last] = [own[0], own.at(-1)]
        if (firstAt === undefined || last === undefined) return []
        return [{ id, customer: record.customer, cause, firstAt, lastAt: last, contacts: own.length }]
      }),
    )
  }
  const tally = {
    ...emptyTally(),
    counts: counter.result(),
    firstAt: times.reduce((first, at) => Math.min(first, at), lastAt),
    lastAt,
  }
  return historyOf(tally, causes, { leaving: {}, nextNeeds: findNextNeeds(needs.result()) })
}
