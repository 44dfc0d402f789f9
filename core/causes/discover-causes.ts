import type { Instant } from '../base/time.ts'
import { embedText, type WordTable } from '../text/word-table.ts'
import { type CauseModel, causeMethod } from './cause-model.ts'
import { type DistinctText, embedSample, foldTexts } from './discovery/distinct-texts.ts'
import { centrePoints, drawSpace, preparePlacing } from './discovery/draw-space.ts'
import { sharedNeighbourGraph } from './discovery/graph.ts'
import { nameGroups } from './discovery/name-groups.ts'
import { findNeighbours, nearestOf } from './discovery/neighbours.ts'
import { prepareGrouping } from './discovery/resolution.ts'
import { groupIntoThemes } from './discovery/themes.ts'

export type CauseSettings = {
  /** 1 takes the grain that suits the texts; more gives more and smaller causes, less gives fewer and larger ones. */
  readonly grain: number
  /** Who gave the vectors that the reasons carry; left out where the word table says what they mean. */
  readonly engine?: string
}

export const defaultGrain = 1

/** Why a customer came, and when; with what it means where an endpoint said so, as a vector of length 1. */
export type Reason = {
  readonly id: string
  readonly text: string
  readonly at?: Instant | null
  readonly vector?: Float32Array
}

/** A tree with what it was drawn from: the texts of the sample, and the cause of each as its place in the tree, -1 for none. */
export type DrawnTree = {
  readonly model: CauseModel
  readonly sample: readonly DistinctText[]
  readonly groups: Int32Array
}

/** Distinct texts that a tree is drawn from. */
export const mostTexts = 6_000
/** Few neighbours tell small causes apart, many hold large ones together: both are tried. */
const fewNeighbours = 7
const manyNeighbours = 20
const leastTexts = 3
const leastShare = 0.001

/**
 * Finds why customers turn to the company, without being told how many reasons there are: texts that share nearest
 * neighbours in meaning form communities, each a cause, named by the sentence that stands for it best.
 * Assumes reasons (see reason.ts), not whole conversations. The same texts in any order give the same bytes; identical
 * texts are looked at once and counted all. More than 6,000 distinct texts are represented by a fixed sample; assign
 * the rest with prepareAssigner.
 * Refuses nothing: without a readable text there are no causes. Method: docs/method/causes.md.
 * Cost: O(sample^2): about 5 s and 100 MB for 6,000 distinct texts on one core.
 */
export function discoverCauses(
  texts: readonly Reason[],
  table: WordTable,
  settings: CauseSettings,
): CauseModel {
  return drawTree(texts, table, settings).model
}

/** The same, with what the tree was drawn from. */
export function drawTree(texts: readonly Reason[], table: WordTable, settings: CauseSettings): DrawnTree {
  return prepareDrawing(texts, table, settings)(settings.grain)
}

/**
 * Prepares drawing trees of the same texts at several grains: what does not depend on the grain is done once. With an engine named,
 * they are drawn by the vectors that the reasons carry, those without one are left out; and where each cause lies by the word
 * table is kept too, for texts that no endpoint has seen.
 */
export function prepareDrawing(
  texts: readonly Reason[],
  table: WordTable,
  { engine }: Pick<CauseSettings, 'engine'>,
): (grain: number) => DrawnTree {
  const byWords = ({ text }: DistinctText) => embedText(table, text)
  const isGiven = engine !== undefined
  const {
    texts: sample,
    vectors,
    size,
  } = embedSample(foldTexts(texts), isGiven ? ({ vector }) => vector : byWords, {
    most: mostTexts,
    size: table.dimensions,
  })
  const drawn = centrePoints(vectors, size)
  const inWords = isGiven ? pointsOf(sample, byWords, table.dimensions) : drawn
  const neighbours = findNeighbours(drawn.points, size, manyNeighbours)
  const near = sharedNeighbourGraph(nearestOf(neighbours, fewNeighbours))
  const wide = sharedNeighbourGraph(neighbours)
  const groupAt = prepareGrouping([near, wide], drawn.points, size)
  const weights = Float64Array.from(sample, ({ ids }) => ids.length)
  return (grain) => {
    const { groups, count } = keepLarge(groupAt(grain), weights)
    const { space, placed } = drawSpace(drawn, groups, count)
    const members = placed.groups.map((group, index) =>
      (placed.cosines[index] ?? 0) < space.threshold ? -1 : group,
    )
    const words = isGiven ? drawSpace(inWords, members, count).space : space
    const named = nameGroups({
      texts: sample,
      groups: members,
      cosines: placed.cosines,
      count,
      place: preparePlacing(table, words),
    })
    const themes = groupIntoThemes({ graph: wide, groups: members, causes: named })
    const causes = named.map((cause, index) => ({ ...cause, theme: themes.themeOf[index] ?? '' }))
    const model = {
      method: causeMethod,
      grain,
      causes,
      themes: themes.themes,
      texts: texts.length,
      assigned: causes.reduce((sum, cause) => sum + cause.texts, 0),
      ...words,
      ...(engine === undefined ? {} : { given: { engine, ...space } }),
      owners: causes.map(({ id }) => id),
      labels: [],
      drawn: { texts: texts.length, upTo: lastOf(texts) },
    }
    return { model, sample, groups: members }
  }
}

/** Where texts lie by the word table; one without a known word lies nowhere. */
function pointsOf(
  texts: readonly DistinctText[],
  embed: (text: DistinctText) => Float32Array | null,
  size: number,
) {
  const vectors = new Float32Array(texts.length * size)
  texts.forEach((text, index) => {
    const row = embed(text)
    if (row !== null) vectors.set(row, index * size)
  })
  return centrePoints(vectors, size)
}

function lastOf(texts: readonly Reason[]): Instant | null {
  return texts.reduce<Instant | null>(
    (last, { at = null }) => (at === null ? last : Math.max(at, last ?? at)),
    null,
  )
}

type Groups = { readonly groups: Int32Array; readonly count: number }

/** Communities large enough to speak of, the largest first; members of the others are -1. */
function keepLarge(communities: Int32Array, weights: Float64Array): Groups {
  const sizes = new Map<number, number>()
  let total = 0
  communities.forEach((community, index) => {
    const weight = weights[index] ?? 0
    sizes.set(community, (sizes.get(community) ?? 0) + weight)
    total += weight
  })
  const least = Math.max(leastTexts, total * leastShare)
  const kept = [...sizes].filter(([, size]) => size >= least)
  kept.sort((left, right) => right[1] - left[1] || left[0] - right[0])
  const numbers = new Map(kept.map(([community], number) => [community, number]))
  return { groups: communities.map((community) => numbers.get(community) ?? -1), count: kept.length }
}
