import type { LevelShape } from './level-filter.ts'

export type WeightedShape = { readonly shape: LevelShape; readonly logPrior: number }

/** Variance of a random walk's step against the noise of one time. */
const walks = [1e-4, 4e-4, 1.6e-3, 6.4e-3, 0.025, 0.1, 0.4, 1.6, 6.4]

/** How much of the level stays from one time to the next, and its variance against the noise. */
const levels = [0.25, 1, 4]

const none: readonly LevelShape[] = [{ persistence: 0, stepVariance: 0, noiseVariance: 1 }]

/** The closer to a random walk, the longer a history must be to tell the two apart. */
const returningOfFew = returning([0.3, 0.5, 0.7])
const returningOfMany = returning([0.3, 0.5, 0.7, 0.85])
const returningOfAge = returning([0.3, 0.5, 0.7, 0.8, 0.87, 0.93])

function returning(persistences: readonly number[]): LevelShape[] {
  const withNoise = persistences.flatMap((persistence) =>
    levels.map((level) => ({ persistence, stepVariance: level * (1 - persistence ** 2), noiseVariance: 1 })),
  )
  const alone = persistences.map((persistence) => ({ persistence, stepVariance: 1, noiseVariance: 0 }))
  return [...withNoise, ...alone]
}

const walking: readonly LevelShape[] = [
  ...walks.map((stepVariance) => ({ persistence: 1, stepVariance, noiseVariance: 1 })),
  { persistence: 1, stepVariance: 1, noiseVariance: 0 },
]

/** Whether a level goes so far by itself, or stays away so long, that a month looks like a change. */
export function isWandering({ persistence, stepVariance }: LevelShape): boolean {
  return persistence === 1 ? stepVariance >= 0.002 : persistence >= 0.75
}

/** With fewer values than this nobody can tell a level that wanders from one that stays, so wandering is feared more. */
const fewValues = 60
const manyValues = 180

/**
 * The ways a level may wander that are weighed against each other: none; one that returns to its mean; a random walk.
 * A grid instead of a search: the same on every machine, and what is not known about the shape stays in the interval.
 */
export function shapesFor(values: number): readonly WeightedShape[] {
  if (values < fewValues) return shapesOfFew
  return values < manyValues ? shapesOfMany : shapesOfAge
}

const shapesOfFew = [...withPrior(0.05, none), ...withPrior(0.2, returningOfFew), ...withPrior(0.75, walking)]
const shapesOfMany = [
  ...withPrior(0.35, none),
  ...withPrior(0.25, returningOfMany),
  ...withPrior(0.4, walking),
]
const shapesOfAge = [...withPrior(0.35, none), ...withPrior(0.25, returningOfAge), ...withPrior(0.4, walking)]

/** A few of them, to choose between two scales and to try pretended changes. */
export const quickShapes: readonly WeightedShape[] = [
  ...withPrior(0.35, none),
  ...withPrior(0.25, [{ persistence: 0.7, stepVariance: 1, noiseVariance: 1 }]),
  ...withPrior(
    0.4,
    [0.0064, 0.1, 1.6].map((stepVariance) => ({ persistence: 1, stepVariance, noiseVariance: 1 })),
  ),
]

function withPrior(belief: number, shapes: readonly LevelShape[]): WeightedShape[] {
  return shapes.map((shape) => ({ shape, logPrior: Math.log(belief / shapes.length) }))
}
