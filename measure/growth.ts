import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dayMs, type Instant } from '../core/base/time.ts'
import { prepareAssigner } from '../core/causes/assign-cause.ts'
import type { CauseModel } from '../core/causes/cause-model.ts'
import { defaultGrain, type Reason } from '../core/causes/discover-causes.ts'
import { countNextNeeds } from '../core/causes/next-needs/count-next-needs.ts'
import { findNextNeeds } from '../core/causes/next-needs/find-next-needs.ts'
import type { LivedIssue } from '../core/causes/next-needs/lived-issue.ts'
import type { CustomerReading } from '../core/causes/read-customer.ts'
import { findCauses } from '../core/causes/tree/find-causes.ts'
import { findNewCauses } from '../core/causes/tree/new-causes.ts'
import type { Interaction } from '../core/interactions/interaction.ts'
import type { WordTable } from '../core/text/word-table.ts'
import { type InteractionTruth, tellPlanted, tellTruth } from '../demo/truth.ts'
import { defaultStory, type StorySettings } from '../demo/walk.ts'
import { writeExport } from '../demo/write-export.ts'
import { loadWords } from '../server/words.ts'
import { fileOnDisk } from '../sources/source-file.ts'
import { printTable, round } from './ear/table.ts'
import { listInteractions, listReasons, readBy } from './read-in-memory.ts'

const settings = { grain: defaultGrain }
const nobody = new Set<never>()

/** How causes hold while facts come in: what comes next, when something new is announced, and what stays where it was. */
export async function measureGrowth(seeds: readonly number[]): Promise<void> {
  const words = await loadWords()
  const rows: (string | number)[][] = []
  for (const seed of seeds) rows.push([seed, ...(await measureOne({ ...defaultStory, seed }, words))])
  printTable(
    'Causes while facts come in (invented company)',
    [
      'seed',
      'next needs planted',
      'found',
      'reported',
      'days from the 30th message to the announcement',
      'announced by then that is not new',
      'kept in place, 10 % more facts',
      'the same, drawn anew',
    ],
    rows,
  )
}

type Known = { readonly words: WordTable; readonly truths: ReadonlyMap<string, InteractionTruth> }

async function measureOne(story: StorySettings, words: WordTable): Promise<readonly (string | number)[]> {
  const interactions = await tellInteractions(story)
  const truths = new Map([...tellTruth(story)].map((truth) => [truth.message_id, truth]))
  const reasons = listReasons(interactions)
  const model = findCauses(reasons, { previous: null, decided: nobody }, words, settings)
  const known = { words, truths }
  const needs = scoreNeeds(readBy(model, interactions, words), story, known)
  const kept = scoreKept(reasons, words)
  return [needs.planted, needs.found, needs.reported, ...announcement(interactions, story, known), ...kept]
}

async function tellInteractions(story: StorySettings): Promise<readonly Interaction[]> {
  const folder = await mkdtemp(join(tmpdir(), 'outside-in-measure-'))
  try {
    const path = join(folder, 'demo.csv')
    await writeExport(story, path, 'csv')
    return await listInteractions(fileOnDisk(path), story.end)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function scoreNeeds(readings: readonly CustomerReading[], story: StorySettings, { truths }: Known) {
  const meant = whatIsMeant(readings, truths)
  const counter = countNextNeeds(story.end)
  for (const reading of readings) counter.add(livedBy(reading))
  const pairs = findNextNeeds(counter.result()).map(
    ({ cause, next }) => `${meant.get(cause)} > ${meant.get(next)}`,
  )
  const planted = tellPlanted(story.end).nextNeeds.map(({ cause, next }) => `${cause} > ${next}`)
  const right = pairs.filter((pair) => planted.includes(pair)).length
  return {
    planted: planted.length,
    found: planted.filter((pair) => pairs.includes(pair)).length,
    reported: `${pairs.length}, ${pairs.length - right} not planted`,
  }
}

function livedBy({ record, issues }: CustomerReading): readonly LivedIssue[] {
  return issues.flatMap(({ id, cause, firstAt, lastAt, contacts }) =>
    firstAt === null || lastAt === null
      ? []
      : [{ id, customer: record.customer, cause, firstAt, lastAt, contacts: contacts.length }],
  )
}

/** Which planted cause most contacts of a found one are about. */
function whatIsMeant(
  readings: readonly CustomerReading[],
  truths: Known['truths'],
): ReadonlyMap<string, string> {
  const contacts = readings.flatMap((reading) => reading.contacts)
  const found = Map.groupBy(contacts, ({ cause }) => cause ?? '')
  return new Map(
    [...found].map(([cause, own]) => {
      const planted = Map.groupBy(own, ({ opener }) => truths.get(opener.externalId)?.cause ?? '')
      const [most] = [...planted].sort((left, right) => right[1].length - left[1].length)
      return [cause, most?.[0] ?? '']
    }),
  )
}

const mostDays = 14

/**
 * Facts come day by day onto the tree drawn when the new cause began: the day of the announcement, or none within two weeks, and how
 * many other causes were announced until then.
 */
function announcement(
  interactions: readonly Interaction[],
  story: StorySettings,
  known: Known,
): readonly (string | number)[] {
  const [onset] = tellPlanted(story.end).onsets
  const wrong = new Set<string>()
  if (onset === undefined) return ['not', 0]
  const about = interactions.filter(
    ({ externalId, from }) => from === 'customer' && known.truths.get(externalId)?.cause === onset.cause,
  )
  const thirtieth = about.map(({ at }) => at ?? 0).sort((left, right) => left - right)[29] ?? 0
  const until = (end: Instant) => interactions.filter(({ at }) => at !== null && at <= end)
  let tree = findCauses(
    listReasons(until(Date.parse(onset.at))),
    { previous: null, decided: nobody },
    known.words,
    settings,
  )
  for (let days = 0; days <= mostDays; days++) {
    const end = thirtieth + days * dayMs
    const facts = until(end)
    tree = findCauses(listReasons(facts), { previous: tree, decided: nobody }, known.words, settings)
    const readings = readBy(tree, facts, known.words)
    const meant = whatIsMeant(readings, known.truths)
    const finder = findNewCauses(end)
    for (const reading of readings) finder.add(livedBy(reading))
    const announced = finder
      .result()
      .map(({ cause }) => ({ cause, isRight: meant.get(cause) === onset.cause }))
    for (const { cause, isRight } of announced) if (!isRight) wrong.add(cause)
    if (announced.some(({ isRight }) => isRight)) return [days, wrong.size]
  }
  return ['not', wrong.size]
}

/** Of the reasons that were there before, the share whose cause is the same after a tenth more came. */
function scoreKept(reasons: readonly Reason[], words: WordTable): readonly string[] {
  const inTurn = reasons.toSorted((left, right) => (left.at ?? 0) - (right.at ?? 0))
  const before = inTurn.slice(0, Math.floor(inTurn.length / 1.1))
  const tree = findCauses(before, { previous: null, decided: nobody }, words, settings)
  const places = placesOf(tree, before, words)
  const outgrown = { ...tree, drawn: { ...tree.drawn, texts: 0 } }
  return [tree, outgrown].map((previous) => {
    const after = placesOf(findCauses(inTurn, { previous, decided: nobody }, words, settings), before, words)
    return round(after.filter((cause, index) => cause === places[index]).length / before.length)
  })
}

function placesOf(tree: CauseModel, reasons: readonly Reason[], words: WordTable) {
  const assign = prepareAssigner(tree, words)
  return reasons.map(({ text }) => assign(text)?.cause ?? null)
}
