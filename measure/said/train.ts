import type { SignalKind } from '../../core/signals/signal.ts'

const passes = 12
const rate = 0.2
const decay = 1e-6
export const folds = 5
/** With fewer true messages the public ones say nothing of a threshold by themselves. */
const leastTrue = 5
/** A threshold is chosen between these, in these steps: what is much less likely than not is never said. */
const [lowest, highest, step] = [-0.5, 3, 0.1]

/** A message to learn from. */
export type Example = {
  readonly isPublic: boolean
  readonly shown: ReadonlySet<SignalKind>
  readonly cued: ReadonlySet<SignalKind>
  readonly fold: number
  readonly sentences: readonly Sentence[]
}
/** Places in the weights, and what stands there. */
export type Sentence = { readonly places: Int32Array; readonly values: Float32Array }

/** What was learned of a kind: a weight a place, and from which score on a sentence shows it. */
export type Learned = { readonly weights: Float64Array; readonly threshold: number }

/**
 * Learns one kind, and chooses its threshold on messages held back: five parts, each scored by what was learned from the others.
 * A way out is read in messages that refuse only, so that what else is offered teaches nothing of it.
 */
export function learn(all: readonly Example[], kind: SignalKind, size: number): Learned {
  const examples = kind === 'wayOut' ? all.filter(tellsWaysOut) : all
  const heldBack = Array.from({ length: folds }, (_, fold) => {
    const weights = train(
      examples.filter((example) => example.fold !== fold),
      kind,
      size,
    )
    return examples
      .filter((example) => example.fold === fold)
      .map((example) => ({ ...example, score: scoreBest(weights, example.sentences).score }))
  }).flat()
  let best = { threshold: highest, f: -1 }
  for (let at = 0; at <= (highest - lowest) / step; at++) {
    const threshold = Math.round((highest - at * step) * 10) / 10
    const f = meanF(heldBack, kind, threshold)
    if (f > best.f) best = { threshold, f }
  }
  console.log(kind.padEnd(18), 'threshold', best.threshold, 'F held back', best.f.toFixed(2))
  return { weights: train(examples, kind, size), threshold: best.threshold }
}

/**
 * How well cues and the model read together: the mean over public and written messages, so that neither decides alone. Of
 * the public ones, most of which show nothing, it is F0.5: a wrong mark costs more trust than a right one earns.
 * Where hardly a public one shows the kind, all count as one.
 */
function meanF(
  heldBack: readonly (Example & { readonly score: number })[],
  kind: SignalKind,
  threshold: number,
): number {
  const [told, written] = [true, false].map((isPublic) => heldBack.filter((one) => one.isPublic === isPublic))
  const isTold = (told ?? []).filter(({ shown }) => shown.has(kind)).length >= leastTrue
  const parts = isTold ? [fOf(told, 0.25), fOf(written, 1)] : [fOf(heldBack, 1)]
  return parts.reduce((sum, value) => sum + value, 0) / parts.length

  function fOf(part: typeof heldBack = [], weight: number): number {
    const trues = part.filter(({ shown }) => shown.has(kind)).length
    const found = part.filter(({ cued, score }) => cued.has(kind) || score >= threshold)
    const right = found.filter(({ shown }) => shown.has(kind)).length
    return ((1 + weight) * right) / (found.length + weight * trues)
  }
}

function tellsWaysOut({ shown }: Example): boolean {
  return shown.has('refusal') || !shown.has('optionOffered')
}

/**
 * Logistic regression over sentences by AdaGrad (Duchi, Hazan & Singer 2011). Labels are of messages: one that shows the kind
 * teaches by all of its sentences at first, then by the one that shows it most; one that does not, by the one that seems to.
 */
function train(examples: readonly Example[], kind: SignalKind, size: number): Float64Array {
  const weights = new Float64Array(size)
  const squares = new Float64Array(size).fill(1e-3)
  for (let pass = 0; pass < passes; pass++) {
    for (const { sentences, shown } of examples) {
      const isTrue = shown.has(kind)
      const best = sentences[scoreBest(weights, sentences).at]
      const taught = isTrue && pass < 2 ? sentences : best ? [best] : []
      for (const sentence of taught) {
        const likely = 1 / (1 + Math.exp(-scoreOf(weights, sentence)))
        const error = (likely - Number(isTrue)) / taught.length
        sentence.places.forEach((place, at) => {
          const gradient = error * (sentence.values[at] ?? 0) + decay * (weights[place] ?? 0)
          const square = (squares[place] ?? 0) + gradient * gradient
          squares[place] = square
          weights[place] = (weights[place] ?? 0) - (rate * gradient) / Math.sqrt(square)
        })
      }
    }
  }
  return weights
}

function scoreBest(weights: Float64Array, sentences: readonly Sentence[]): { score: number; at: number } {
  let best = { score: Number.NEGATIVE_INFINITY, at: -1 }
  sentences.forEach((sentence, at) => {
    const score = scoreOf(weights, sentence)
    if (score > best.score) best = { score, at }
  })
  return best
}

function scoreOf(weights: Float64Array, { places, values }: Sentence): number {
  let score = 0
  for (let at = 0; at < places.length; at++) score += (weights[places[at] ?? 0] ?? 0) * (values[at] ?? 0)
  return score
}
