import type { Features } from './features.ts'

export type Example = { readonly features: Features; readonly isTrue: boolean }

/** A weight a place; what is not listed weighs nothing. Plain JSON. */
export type LinearModel = readonly (readonly [place: number, weight: number])[]

const epochs = 20
const firstRate = 0.3

export type Training = {
  /** The number of places. */
  readonly size: number
  /** What is known before: where the weights begin and are drawn back to. */
  readonly start: LinearModel
  /** How strongly they are drawn back: the more, the more it takes to learn something new. */
  readonly caution: number
}

/**
 * Logistic regression by gradient steps, a fixed number of passes in the given order and the mean of the later half, so
 * that the same examples give the same bytes. It begins with what is known before, and what the examples don't speak
 * against stays as it was.
 * Assumes at least one true and one false example. Cost: passes x places of all examples.
 */
export function trainModel(examples: readonly Example[], { size, start, caution }: Training): LinearModel {
  const weights = toWeights(start, size)
  const known = Float64Array.from(weights)
  const sums = new Float64Array(size)
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = firstRate / (1 + epoch / 4)
    for (const { features, isTrue } of examples) {
      const error = likelihood(score(weights, features)) - Number(isTrue)
      for (let index = 0; index < features.places.length; index++) {
        const place = features.places[index] ?? 0
        const weight = weights[place] ?? 0
        const gradient = error * (features.values[index] ?? 0) + caution * (weight - (known[place] ?? 0))
        weights[place] = weight - rate * gradient
      }
    }
    if (epoch >= epochs / 2) addTo(sums, weights)
  }
  const model: [number, number][] = []
  sums.forEach((sum, place) => {
    const rounded = Math.round((sum / (epochs / 2)) * 1e4) / 1e4
    if (rounded !== 0) model.push([place, rounded])
  })
  return model
}

function addTo(sums: Float64Array, weights: Float64Array): void {
  for (let place = 0; place < sums.length; place++) sums[place] = (sums[place] ?? 0) + (weights[place] ?? 0)
}

function toWeights(model: LinearModel, size: number): Float64Array {
  const weights = new Float64Array(size)
  for (const [place, weight] of model) weights[place] = weight
  return weights
}

function score(weights: Float64Array, { places, values }: Features): number {
  let sum = 0
  for (let index = 0; index < places.length; index++)
    sum += (weights[places[index] ?? 0] ?? 0) * (values[index] ?? 0)
  return sum
}

function likelihood(value: number): number {
  return 1 / (1 + Math.exp(-value))
}

/** Prepares a model to say how likely a text shows the signal, 0 to 1. */
export function preparePrediction(model: LinearModel, size: number): (features: Features) => number {
  const weights = toWeights(model, size)
  return (features) => likelihood(score(weights, features))
}
