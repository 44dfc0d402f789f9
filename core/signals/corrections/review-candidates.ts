import type { CustomerId, InteractionId } from '../../base/ids.ts'
import { compareText } from '../../base/order.ts'
import type { Interaction } from '../../interactions/interaction.ts'
import type { Span } from '../../text/sentences.ts'
import type { Signal, SignalKind } from '../signal.ts'
import { byPerson } from './correction.ts'

/** A signal worth a person's look; with `kind` null, a whole message. */
export type ReviewCandidate = {
  readonly chosen: 'unsure' | 'lot'
  readonly customer: CustomerId
  readonly interaction: InteractionId
  readonly kind: SignalKind | null
  readonly span: Span
  readonly strength: number
  readonly method: string
}

/** By way of choosing and kind: the best few, in order. */
export type ReviewCandidates = Readonly<Record<string, readonly ReviewCandidate[]>>

const unsureKept = 40
const drawnKept = 60
const wholeKept = 200
/** A strength at which we would as soon say no as yes. */
const doubtful = 0.5

/**
 * Keeps, of all that a pass reads, the few that a person should look at: of each kind those we are least sure of, and
 * some drawn by lot, which alone tell how often the method is right; and messages drawn by lot. The lot is the
 * interaction's id, a fingerprint: the same facts draw the same, in any order and by whomever they are read.
 * Cost: a comparison or two a signal; memory for a hundred a kind.
 */
export function startReviewCandidates() {
  const kept = new Map<string, ReviewCandidate[]>()

  function add(candidate: ReviewCandidate, key: string): void {
    const known = kept.get(key) ?? []
    const last = known.at(-1)
    if (last === undefined) kept.set(key, known)
    else if (known.length >= mostOf(candidate) && compareCandidates(candidate, last) >= 0) return
    known.splice(placeOf(known, candidate), 0, candidate)
    if (known.length > mostOf(candidate)) known.pop()
  }

  function addMessage(
    customer: CustomerId,
    { id, from, text }: Interaction,
    signals: readonly Signal[],
  ): void {
    const message = { customer, interaction: id }
    const whole = { kind: null, span: { start: 0, end: text?.length ?? 0 }, strength: 0, method: '' }
    add({ ...message, ...whole, chosen: 'lot' }, from)
    for (const { kind, start, end, strength, method } of signals) {
      if (method === byPerson) continue
      const found = { ...message, kind, span: { start, end }, strength, method }
      add({ ...found, chosen: 'unsure' }, `unsure ${kind}`)
      add({ ...found, chosen: 'lot' }, `lot ${kind}`)
    }
  }

  return { addMessage, result: (): ReviewCandidates => Object.fromEntries(kept) }
}

/** Where a candidate belongs among others in order: behind those that are its equals. */
function placeOf(ordered: readonly ReviewCandidate[], candidate: ReviewCandidate): number {
  let low = 0
  let high = ordered.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = ordered[middle]
    if (other !== undefined && compareCandidates(candidate, other) < 0) high = middle
    else low = middle + 1
  }
  return low
}

/** What was kept of two passes over different customers. */
export function joinReviewCandidates(left: ReviewCandidates, right: ReviewCandidates): ReviewCandidates {
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])].sort(compareText)
  return Object.fromEntries(
    keys.map((key) => {
      const both = [...(left[key] ?? []), ...(right[key] ?? [])].sort(compareCandidates)
      return [key, both.slice(0, both[0] === undefined ? 0 : mostOf(both[0]))]
    }),
  )
}

function mostOf({ chosen, kind }: ReviewCandidate): number {
  if (kind === null) return wholeKept
  return chosen === 'lot' ? drawnKept : unsureKept
}

/** Which comes first; assumes two that were chosen in one way. */
export function compareCandidates(left: ReviewCandidate, right: ReviewCandidate): number {
  const doubt = left.chosen === 'unsure' ? doubtOf(right) - doubtOf(left) : 0
  return doubt || compareText(left.interaction, right.interaction) || left.span.start - right.span.start
}

/** 0 (sure) to 1 (as soon no as yes). */
export function doubtOf({ strength }: Pick<Signal, 'strength'>): number {
  return 1 - Math.min(1, Math.abs(strength - doubtful) / doubtful)
}
