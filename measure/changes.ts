import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CauseId } from '../core/base/ids.ts'
import { type Instant, toDay } from '../core/base/time.ts'
import type { ReadContact } from '../core/causes/read-customer.ts'
import { chooseControls } from '../core/changes/choose-controls.ts'
import { countDaily } from '../core/changes/daily-counts.ts'
import { judgeSeries } from '../core/changes/proof/judge-series.ts'
import { sayVerdict } from '../core/changes/proof/say-verdict.ts'
import { defaultProof, type Verdict } from '../core/changes/proof/verdict.ts'
import { seriesOfChange } from '../core/changes/series-of-change.ts'
import type { WordTable } from '../core/text/word-table.ts'
import { tellPlanted, tellTruth } from '../demo/truth.ts'
import { defaultStory, type StorySettings } from '../demo/walk.ts'
import { writeExport } from '../demo/write-export.ts'
import { loadWords } from '../server/words.ts'
import { fileOnDisk } from '../sources/source-file.ts'
import { readInMemory } from './read-in-memory.ts'

type Placed = {
  readonly day: string
  readonly at: Instant
  readonly cause: CauseId
  readonly channel: string
}

/** Prints what is said of the invented company's two changes: the one that helps, and the one that does not. */
export async function measureChanges(seeds: readonly number[]): Promise<void> {
  const words = await loadWords()
  const tally = new Map<string, number>()
  for (const seed of seeds) {
    for (const { leaves, name, kind, sentence } of await judgePlanted({ ...defaultStory, seed }, words)) {
      console.log(`seed ${seed}, ${name} (leaves ${leaves * 100} %): ${sentence}`)
      const said = `${leaves < 1 ? 'helps' : 'does not help'}: ${kind}`
      tally.set(said, (tally.get(said) ?? 0) + 1)
    }
  }
  for (const [said, count] of tally) console.log(`${said} ${count} of ${seeds.length}`)
}

type Judged = {
  readonly name: string
  readonly leaves: number
  readonly kind: Verdict['kind']
  readonly sentence: string
}

async function judgePlanted(story: StorySettings, words: WordTable): Promise<Judged[]> {
  const folder = await mkdtemp(join(tmpdir(), 'outside-in-measure-'))
  try {
    const path = join(folder, 'demo.csv')
    await writeExport(story, path, 'csv')
    const { readings } = await readInMemory(fileOnDisk(path), words, story.end)
    return judge(
      readings.flatMap(({ contacts }) => contacts),
      story,
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function judge(contacts: readonly ReadContact[], story: StorySettings): Judged[] {
  const placed = contacts.flatMap(({ at, cause, opener }): Placed[] =>
    at === null || cause === null ? [] : [{ day: toDay(at), at, cause, channel: opener.channel ?? '' }],
  )
  const planted = plantedCauses(contacts, story)
  const counts = [...Map.groupBy(placed, ({ cause }) => cause)]
  const { changes } = tellPlanted(story.end)
  const touched = new Set(
    [...planted].flatMap(([id, cause]) => (changes.some((change) => change.cause === cause) ? [id] : [])),
  )
  const groups = chooseControls(
    counts.map(([id, own]) => ({ id, contacts: own.length })),
    touched,
  )
  const period = {
    from: placed.reduce((least, { at }) => Math.min(least, at), Infinity),
    to: placed.reduce((most, { at }) => Math.max(most, at), 0),
  }
  const daily = (causes: ReadonlySet<CauseId>) =>
    countDaily(
      placed.filter(({ cause }) => causes.has(cause)).map(({ day }) => ({ day, contacts: 1 })),
      period,
    )
  return changes.map(({ name, cause, at, leaves }) => {
    const own = new Set([...planted].flatMap(([id, of]) => (of === cause ? [id] : [])))
    const series = seriesOfChange(
      { name: 'the number of contacts', days: daily(own) },
      groups.map((group) => ({ name: group.name, days: daily(new Set(group.causes)) })),
      at.slice(0, 10),
    )
    const untouched = placed.filter((one) => !touched.has(one.cause))
    const mix = { of: 'channels', kinds: channelsOf(untouched, Date.parse(at)) }
    const { judgement } = judgeSeries(series, defaultProof, { otherChanges: [], mix })
    return { name, leaves, kind: judgement.verdict.kind, sentence: sayVerdict(judgement) }
  })
}

/** Of each cause that was found, the planted one that more than half of its contacts are truly about. */
export function plantedCauses(
  contacts: readonly ReadContact[],
  story: StorySettings,
): ReadonlyMap<CauseId, string> {
  const truths = new Map([...tellTruth(story)].map(({ message_id, cause }) => [message_id, cause]))
  const known = contacts.flatMap(({ cause, opener }) =>
    cause === null ? [] : [{ cause, truth: truths.get(opener.externalId) ?? '' }],
  )
  return new Map(
    [...Map.groupBy(known, ({ cause }) => cause)].map(([cause, own]) => {
      const groups = [...Map.groupBy(own, ({ truth }) => truth)]
      return [cause, groups.find(([, same]) => same.length > own.length / 2)?.[0] ?? '']
    }),
  )
}

function channelsOf(contacts: readonly Placed[], changeAt: Instant) {
  return [...Map.groupBy(contacts, ({ channel }) => channel)].map(([name, own]) => ({
    name,
    before: own.filter(({ at }) => at < changeAt).length,
    after: own.filter(({ at }) => at >= changeAt).length,
  }))
}
