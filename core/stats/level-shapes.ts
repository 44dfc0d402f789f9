import type { LevelShape } from './level-filter.ts'

export type WeightedShape = { readonly shape: LevelShape; readonly logPrior: number }

/** Variance of a random walk's step against the noise of one time. */
const walks = [1e-4, 4e-4, 1.6e-3, 6.4e-3, 0.025, 0.1, 0.4, 1.6, 6.4]

/** How much of the level stays from one time to the next, and its variance against the noise. */
const persistences = [0.3, 0.5, 0.7]
const levels = [0.25, 1, 4]

/**
 * The ways a level may wander that are weighed against each other: none; one that returns to its mean; a random walk.
 * A grid instead of a search: the same on every machine, and what is not known about the shape stays in the interval.
 */
export const levelShapes: readonly WeightedShape[] = [
  ...withPrior(0.35, [{ persistence: 0, stepVariance: 0, noiseVariance: 1 }]),
  ...withPrior(0.25, [
    ...persistences.flatMap((persistence) =>
      levels.map((level) => ({
        persistence,
        stepVariance: level * (1 - persistence ** 2),
        noiseVariance: 1,
      })),
    ),
    ...persistences.map((persistence) => ({ persistence, stepVariance: 1, noiseVariance: 0 })),
  ]),
  ...withPrior(0.4, [
    ...walks.map((stepVariance) => ({ persistence: 1, stepVariance, noiseVariance: 1 })),
    { persistence: 1, stepVariance: 1, noiseVariance: 0 },
  ]),
]

/** A few of them, to choose between two scales. */
export const quickShapes: readonly WeightedShape[] = [
  ...withPrior(0.35, [{ persistence: 0, stepVariance: 0, noiseVariance: 1 }]),
  ...withPrior(0.25, [{ persistence: 0.7, stepVariance: 1, noiseVariance: 1 }]),
  ...withPrior(
    0.4,
    [0.0064, 0.1, 1.6].map((stepVariance) => ({ persistence: 1, stepVariance, noiseVariance: 1 })),
  ),
]

function withPrior(belief: number, shapes: readonly LevelShape[]): WeightedShape[] {
  return shapes.map((shape) => ({ shape, logPrior: Math.log(belief / shapes.length) }))
}
