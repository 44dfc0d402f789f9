import { type LevelShape, type Whitened, whiten } from './level-filter.ts'
import type { WeightedShape } from './level-shapes.ts'
import { at, gramOf, type Symmetric, takeOut } from './symmetric.ts'

/** Columns that explain a series together or not at all: the days of the week, a trend, one control. */
export type Block = {
  readonly name: string
  readonly kind: 'pattern' | 'control'
  /** Belief beforehand that a pattern is there. */
  readonly belief: number
  /** Over the times before and after; standardised, so that 1 is an ordinary size. */
  readonly columns: readonly Float64Array[]
}

export type ModelInput = {
  /** The values before the change; anything where `observed` is false. */
  readonly values: Float64Array
  readonly observed: readonly boolean[]
  /** Relative variance of the noise at each time. */
  readonly weights: Float64Array
  readonly blocks: readonly Block[]
  /** The noise is at least this large, as counts of independent events are; 0 where nothing is known. */
  readonly leastVariance: number
  readonly shapes: readonly WeightedShape[]
  /** How far a coefficient may reasonably go: the g of its prior, in values. One value's worth is the number of values. */
  readonly reach: number
}

/** The history seen through each shape of the level: all columns whitened, the series last. */
export type WhitenedHistory = {
  readonly blocks: readonly Block[]
  readonly leastVariance: number
  readonly reach: number
  readonly views: readonly View[]
}

type View = WeightedShape & { readonly whitened: Whitened; readonly gram: Symmetric }

/** What to explain, and which blocks may not help; left out, it is the series, by all blocks. */
export type Question = { readonly outcome?: number; readonly without?: readonly number[] }

/** One explanation of the series before the change, with its share of belief. */
export type Model = {
  readonly share: number
  readonly shape: LevelShape
  /** Column that is explained. */
  readonly outcome: number
  /** Columns of the design that explain it: 0 is the constant, then the blocks' columns in order. */
  readonly columns: readonly number[]
  readonly blocks: readonly number[]
  readonly gram: Symmetric
  readonly whitened: Whitened
  /** Sum of squares that is left, and the number of values it was left over. */
  readonly residual: number
  readonly freedom: number
  /** How far coefficients are held back towards 0: 1 over the prior's size. */
  readonly holdBack: number
}

/** The explanations worth keeping, and how well all of them together foretold the series (log likelihood). */
export type Weighed = { readonly models: readonly Model[]; readonly logEvidence: number }

type Candidate = Omit<Model, 'share'> & { readonly logWeight: number }

/** Models that have less than this share of the best one's belief are left out. */
const leastShare = 1e-3

/** Sees a history through each shape, so that many questions can be asked of it. Cost: O(shapes x times x columns²). */
export function whitenHistory(input: ModelInput): WhitenedHistory {
  const { values, observed, weights, blocks, leastVariance, reach } = input
  const design = designOf(blocks, values.length)
  const views = input.shapes.map(({ shape, logPrior }) => {
    const whitened = whiten([...design, values], observed, weights, shape)
    return { shape, logPrior, whitened, gram: gramOf(whitened.columns) }
  })
  return { blocks, leastVariance, reach, views }
}

/**
 * Weighs explanations of a series: each shape of its level, with and without each pattern, with the controls that help
 * most added one by one. Weights are marginal likelihoods under a flat constant and variance and Zellner's g-prior on
 * the rest, times priors under which junk controls cost more the more of them there are.
 * Assumes: normal noise. Refuses nothing; the caller sees to enough history.
 * Source: Fernández, Ley and Steel (2001), Journal of Econometrics 100, 381-427; Harvey (1989).
 * Cost: O(shapes x 2^patterns x controls x columns²).
 */
export function weighModels(history: WhitenedHistory, question: Question = {}): Weighed {
  const candidates = history.views.flatMap((view) => modelsOf(history, view, question))
  const most = candidates.reduce((best, { logWeight }) => Math.max(best, logWeight), -Infinity)
  const kept = candidates.filter(({ logWeight }) => logWeight > most + Math.log(leastShare))
  const total = kept.reduce((sum, { logWeight }) => sum + Math.exp(logWeight - most), 0)
  const models = kept.map(({ logWeight, ...model }) => ({
    ...model,
    share: Math.exp(logWeight - most) / total,
  }))
  return { models, logEvidence: most + Math.log(total) }
}

/** The constant, then the columns of all blocks. */
export function designOf(blocks: readonly Block[], times: number): Float64Array[] {
  return [new Float64Array(times).fill(1), ...blocks.flatMap(({ columns }) => columns)]
}

/** Column of the design at which each block starts. */
export function startsOf(blocks: readonly Block[]): number[] {
  let next = 1
  return blocks.map(({ columns }) => {
    const start = next
    next += columns.length
    return start
  })
}

function modelsOf(
  { blocks, leastVariance, reach }: WhitenedHistory,
  view: View,
  question: Question,
): Candidate[] {
  const { shape, logPrior, whitened, gram } = view
  const base = takeOut(gram, 0)
  const outcome = question.outcome ?? gram.size - 1
  const count = whitened.columns[0]?.length ?? 0
  const isAllowed = (block: number) => !question.without?.includes(block)
  const controls = blocks.flatMap(({ kind }, block) =>
    kind === 'control' && isAllowed(block) ? [block] : [],
  )
  const common = {
    ...{ shape, gram, whitened, outcome, blocks, controls, leastVariance },
    freedom: count - 1,
    total: at(base, outcome, outcome),
    holdBack: 1 / Math.max(reach, controls.length ** 2),
    logBase: logPrior - 0.5 * (whitened.logDeterminant + Math.log(at(gram, 0, 0))),
    mostColumns: Math.floor(count / 3),
    starts: startsOf(blocks),
  }
  return patternSets(blocks).flatMap((set) => addControls(common, base, set))
}

type Common = Pick<Candidate, 'shape' | 'gram' | 'whitened' | 'outcome' | 'freedom' | 'holdBack'> & {
  readonly total: number
  readonly logBase: number
  readonly leastVariance: number
  readonly controls: readonly number[]
  readonly mostColumns: number
  readonly starts: readonly number[]
  readonly blocks: readonly Block[]
}

/** From no control to those that help most, one by one, as long as belief does not fall to nothing. */
function addControls(common: Common, base: Symmetric, patterns: readonly number[]): Candidate[] {
  let matrix: Symmetric | null = base
  for (const block of patterns) matrix = matrix && takeOutBlock(common, matrix, block)
  if (matrix === null) return []
  const chosen = [...patterns]
  const found = [toCandidate(common, matrix, chosen, 0)]
  let best = found[0]?.logWeight ?? -Infinity
  for (let controls = 1; controls <= common.controls.length; controls += 1) {
    const next = strongestControl(common, matrix, chosen)
    if (next === null) break
    chosen.push(next)
    matrix = takeOut(matrix, common.starts[next] ?? 0)
    const candidate = toCandidate(common, matrix, [...chosen], controls)
    found.push(candidate)
    if (
      candidate.logWeight < best + Math.log(leastShare) ||
      columnsOf(common, chosen).length >= common.mostColumns
    )
      break
    best = Math.max(best, candidate.logWeight)
  }
  return found
}

function strongestControl(common: Common, matrix: Symmetric, chosen: readonly number[]): number | null {
  let best: number | null = null
  let most = 0
  for (const block of common.controls) {
    if (chosen.includes(block)) continue
    const column = common.starts[block] ?? 0
    const own = at(matrix, column, column)
    if (own < at(common.gram, column, column) * 1e-9) continue
    const gain = at(matrix, column, common.outcome) ** 2 / own
    if (gain <= most) continue
    most = gain
    best = block
  }
  return best
}

/** Null where the block says nothing that is not said already. */
function takeOutBlock(common: Common, matrix: Symmetric, block: number): Symmetric | null {
  let left = matrix
  const start = common.starts[block] ?? 0
  const width = common.blocks[block]?.columns.length ?? 0
  for (let column = start; column < start + width; column += 1) {
    if (at(left, column, column) < at(common.gram, column, column) * 1e-9) return null
    left = takeOut(left, column)
  }
  return left
}

function toCandidate(common: Common, matrix: Symmetric, blocks: readonly number[], used: number): Candidate {
  const { shape, gram, whitened, outcome, freedom, holdBack, controls } = common
  const explained = common.total - at(matrix, common.outcome, common.outcome)
  const residual = Math.max(common.total - explained / (1 + holdBack), common.total * 1e-12, 1e-300)
  const columns = columnsOf(common, blocks)
  const logPrior =
    -Math.log(controls.length + 1) - logChoose(controls.length, used) + logPatterns(common, blocks)
  const logShrink = -0.5 * (columns.length - 1) * Math.log(1 + 1 / holdBack)
  return {
    ...{ shape, gram, whitened, outcome, freedom, holdBack, residual, columns, blocks },
    logWeight: common.logBase + logPrior + logShrink + logFit(residual, freedom, common.leastVariance),
  }
}

/** Log likelihood with the variance integrated out, or held at the least it can be. */
function logFit(residual: number, freedom: number, leastVariance: number): number {
  const variance = residual / freedom
  if (variance >= leastVariance) return -0.5 * freedom * (Math.log(variance) + 1)
  return -0.5 * freedom * (Math.log(leastVariance) + variance / leastVariance)
}

function columnsOf(common: Common, blocks: readonly number[]): number[] {
  const columns = [0]
  for (const block of blocks) {
    const start = common.starts[block] ?? 0
    const width = common.blocks[block]?.columns.length ?? 0
    for (let column = start; column < start + width; column += 1) columns.push(column)
  }
  return columns
}

function logPatterns({ blocks }: Common, chosen: readonly number[]): number {
  let sum = 0
  blocks.forEach(({ kind, belief }, block) => {
    if (kind === 'pattern') sum += Math.log(chosen.includes(block) ? belief : 1 - belief)
  })
  return sum
}

/** Every choice among the patterns. */
function patternSets(blocks: readonly Block[]): number[][] {
  let sets: number[][] = [[]]
  blocks.forEach(({ kind }, block) => {
    if (kind === 'pattern') sets = sets.concat(sets.map((set) => [...set, block]))
  })
  return sets
}

function logChoose(of: number, taken: number): number {
  let sum = 0
  for (let index = 0; index < taken; index += 1) sum += Math.log((of - index) / (index + 1))
  return sum
}
