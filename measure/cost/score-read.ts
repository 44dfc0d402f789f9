import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isKnown } from '../../core/base/cannot-say.ts'
import { startTally } from '../../core/causes/tally-customer.ts'
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
    const tally = startTally()
    for (const reading of readings) tally.add(reading)
    const history = historyOf(tally.result(), model.causes)
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
