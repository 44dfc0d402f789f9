import type { CauseId } from '../base/ids.ts'
import { embedText, type WordTable } from '../text/word-table.ts'
import type { CauseModel, Space } from './cause-model.ts'
import { normalForm } from './discovery/distinct-texts.ts'
import { fromRows } from './discovery/rows.ts'
import { centre, multiplyRows } from './discovery/space.ts'

export type Assignment = { readonly cause: CauseId; readonly strength: number }

/** A text this close to one that a person placed means the same; farther away one text says little. */
const sameAsLabel = 0.6

/** Reads the cause of a text; with its vector, where an endpoint gave one. */
export type Assign = (text: string, vector?: Float32Array) => Assignment | null

/**
 * Prepares the reading of one text's cause: the nearest centroid of the model, or null when none is near enough or no word
 * is known. What a person placed decides over it: the same words, or a label nearer than any centroid. A vector that an
 * endpoint gave is placed among the centroids that were drawn by such; labels are compared by the word table all the same.
 * Strength is the cosine to what decided, two decimals.
 * Assumes the table the model was made with. Cost: about 80 µs a text of 400 characters and 80 causes.
 */
export function prepareAssigner(model: CauseModel, table: WordTable): Assign {
  const embed = prepareEmbedding(model, table)
  const labelled = listLabelAnchors(model, embed)
  const nearestByWords = prepareNearest([...listAnchors(model, model), ...labelled])
  const given = model.given === undefined ? null : prepareGiven(model, model.given)
  const placed = new Map(
    model.labels.flatMap(({ cause, texts }) => texts.map((text) => [normalForm(text), cause])),
  )
  return (text, vector) => {
    const label = placed.size === 0 ? undefined : placed.get(normalForm(text))
    if (label !== undefined) return label === null ? null : { cause: label, strength: 1 }
    const isGiven = given !== null && vector !== undefined
    const byWords = isGiven && labelled.length === 0 ? null : nearestTo(nearestByWords, embed(text))
    return toAssignment(isGiven && !byWords?.isLabel ? given(vector) : byWords)
  }
}

function toAssignment(nearest: Nearest | null): Assignment | null {
  if (nearest === null || nearest.cause === null) return null
  return { cause: nearest.cause, strength: Math.round(Math.min(1, nearest.cosine) * 100) / 100 }
}

function nearestTo(find: (vector: Float32Array) => Nearest | null, vector: Float32Array | null) {
  return vector === null ? null : find(vector)
}

function prepareGiven(model: CauseModel, space: Space) {
  const common = fromRows(space.mean)
  const find = prepareNearest(listAnchors(model, space))
  return (vector: Float32Array): Nearest | null => {
    if (vector.length !== common.length) return null
    const own = Float32Array.from(vector)
    centre(own, common)
    return find(own)
  }
}

/**
 * Prepares saying how much nearer a text lies to the nearest cause than to a given one: 0 when that is the nearest. To no
 * cause, or one that is not in words, a text is not near at all. Null when no word is known. Cost: as assigning.
 */
export function prepareOtherness(model: CauseModel, table: WordTable) {
  const embed = prepareEmbedding(model, table)
  const rows = Float64Array.from(fromRows(model.centroids))
  const products = new Float32Array(model.owners.length + 3)
  return (text: string): ((cause: CauseId | null) => number) | null => {
    const vector = embed(text)
    if (vector === null) return null
    multiplyRows(vector, rows, { from: 0, to: model.owners.length }, products)
    const nearest = new Map<CauseId | null, number>()
    model.owners.forEach((cause, row) => {
      nearest.set(cause, Math.max(nearest.get(cause) ?? 0, products[row] ?? 0))
    })
    const most = Math.max(0, ...nearest.values())
    return (cause) => most - (nearest.get(cause) ?? 0)
  }
}

/** The meaning of a text beside what all of the company's texts have in common, as a vector of length 1. */
function prepareEmbedding({ mean }: CauseModel, table: WordTable): (text: string) => Float32Array | null {
  const common = fromRows(mean)
  return (text) => {
    const vector = embedText(table, text)
    if (vector !== null) centre(vector, common)
    return vector
  }
}

/** A point that draws texts to a cause, or away from all, from a closeness on. */
type Anchor = {
  readonly cause: CauseId | null
  readonly row: Float32Array
  readonly least: number
  /** Where a person placed texts. */
  readonly isLabel: boolean
}

function listAnchors({ owners }: CauseModel, space: Space): readonly Anchor[] {
  const centroids = fromRows(space.centroids)
  const size = space.centroids.columns
  return owners.map((cause, index) => ({
    cause,
    row: centroids.subarray(index * size, (index + 1) * size),
    least: space.threshold,
    isLabel: false,
  }))
}

function listLabelAnchors(
  { labels, threshold }: CauseModel,
  embed: (text: string) => Float32Array | null,
): readonly Anchor[] {
  return labels.flatMap(({ cause, texts }) => {
    const rows = texts.map(embed).filter((row) => row !== null)
    const single = rows.map((row) => ({ cause, row, least: sameAsLabel, isLabel: true }))
    const middle = { cause, row: middleOf(rows), least: threshold, isLabel: true }
    return rows.length < 2 ? single : [...single, middle]
  })
}

function middleOf(rows: readonly Float32Array[]): Float32Array {
  const [first] = rows
  const sum = new Float32Array(first?.length ?? 0)
  for (const row of rows)
    for (let axis = 0; axis < sum.length; axis++) sum[axis] = (sum[axis] ?? 0) + (row[axis] ?? 0)
  const length = Math.hypot(...sum)
  return length === 0 ? sum : sum.map((value) => value / length)
}

type Nearest = Pick<Anchor, 'cause' | 'isLabel'> & { readonly cosine: number }

function prepareNearest(anchors: readonly Anchor[]): (vector: Float32Array) => Nearest | null {
  const rows = Float64Array.from(anchors.flatMap(({ row }) => [...row]))
  const products = new Float32Array(anchors.length + 3)
  return (vector) => {
    multiplyRows(vector, rows, { from: 0, to: anchors.length }, products)
    let nearest: Nearest | null = null
    for (let index = 0; index < anchors.length; index++) {
      const anchor = anchors[index]
      const cosine = products[index] ?? 0
      if (anchor !== undefined && cosine >= anchor.least && cosine > (nearest?.cosine ?? -2))
        nearest = { cause: anchor.cause, isLabel: anchor.isLabel, cosine }
    }
    return nearest
  }
}

/** The row with the largest product; the first of equal ones. Index -1 when there is no row. */
export function nearestRow(rows: Float64Array, vector: Float32Array, products: Float32Array) {
  const count = rows.length / vector.length
  multiplyRows(vector, rows, { from: 0, to: count }, products)
  let index = -1
  let cosine = -2
  for (let row = 0; row < count; row++) {
    const product = products[row] ?? 0
    if (product > cosine) {
      index = row
      cosine = product
    }
  }
  return { index, cosine }
}
