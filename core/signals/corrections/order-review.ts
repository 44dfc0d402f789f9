import type { SignalKind } from '../signal.ts'
import { byPerson, type Correction } from './correction.ts'
import { placeOf } from './measure-signals.ts'
import { compareCandidates, doubtOf, type ReviewCandidate } from './review-candidates.ts'

/** What to be asked: where we are least sure and it matters most, by lot, whole messages, or what others have judged. */
export const reviewAsks = ['unsure', 'lot', 'whole', 'second'] as const
export type ReviewAsk = (typeof reviewAsks)[number]

export type ReviewItem = Pick<ReviewCandidate, 'interaction' | 'kind' | 'span' | 'chosen'>

type Wanted = {
  readonly ask: ReviewAsk
  /** Null: of all kinds. */
  readonly kind: SignalKind | null
  readonly reviewer: string
  /** How many customers each kind was read of: what is at stake when it is wrong. */
  readonly customers: Readonly<Record<string, number>>
  readonly most: number
}

/**
 * What a reviewer is asked next, the most telling first. `unsure`: doubt times customers, each further question about
 * a kind weighing less, so that no kind is forgotten. `lot`: in the order of the lot, the kinds judged least first.
 * `second`: what others judged, without their answer. Nobody is asked what they have answered.
 * Assumes candidates as a reading kept them, corrections that stand. Cost: most x kinds + corrections.
 */
export function orderReview(
  candidates: readonly ReviewCandidate[],
  corrections: readonly Correction[],
  wanted: Wanted,
): readonly ReviewItem[] {
  const { ask, kind, reviewer, most } = wanted
  const own = new Set(corrections.filter((said) => said.reviewer === reviewer).map(placeOf))
  const isOpen = (item: ReviewItem) =>
    !own.has(placeOf({ ...item, span: item.kind === null ? null : item.span }))
  const isWanted = (item: ReviewItem) => kind === null || item.kind === kind
  switch (ask) {
    case 'whole':
      return candidates.filter((item) => item.kind === null && isOpen(item)).slice(0, most)
    case 'second':
      return judgedPlaces(corrections)
        .filter((item) => isWanted(item) && isOpen(item))
        .slice(0, most)
    case 'unsure':
    case 'lot': {
      const asked = candidates.filter((item) => item.kind !== null && item.chosen === ask)
      const open = asked.filter((item) => isWanted(item) && isOpen(item)).sort(compareCandidates)
      return takeInTurn(open, prepareWorth(corrections, wanted), most)
    }
    default:
      return ask satisfies never
  }
}

type Worth = (candidate: ReviewCandidate, taken: number) => number

/** What asking is worth; each earlier question about a kind makes the next one weigh less. */
function prepareWorth(corrections: readonly Correction[], { ask, customers }: Wanted): Worth {
  const asked = Map.groupBy(corrections, ({ kind }) => kind)
  return ({ kind, strength }, taken) => {
    const weight = 1 / (1 + taken + (asked.get(kind)?.length ?? 0))
    if (ask === 'lot') return weight
    return weight * (leastDoubt + doubtOf({ strength })) * (customers[kind ?? ''] ?? 1)
  }
}

/** What we are sure of is asked last, not never. */
const leastDoubt = 0.05

/** Signals that someone judged, each place once. */
function judgedPlaces(corrections: readonly Correction[]): readonly ReviewItem[] {
  const places = new Map(corrections.map((said) => [placeOf(said), said]))
  return [...places.values()].flatMap(({ interaction, kind, span, method, chosen }) =>
    kind === null || span === null || method === byPerson
      ? []
      : [{ interaction, kind, span, chosen: chosen === 'lot' ? chosen : 'unsure' }],
  )
}

/** Takes the best of what stands first of each kind, again and again. */
function takeInTurn(candidates: readonly ReviewCandidate[], worth: Worth, most: number) {
  const kinds = [...Map.groupBy(candidates, ({ kind }) => kind).values()].map((list) => ({ list, taken: 0 }))
  const order: ReviewCandidate[] = []
  while (order.length < most) {
    const heads = kinds.flatMap((of) => {
      const head = of.list[of.taken]
      return head === undefined ? [] : [{ of, head, value: worth(head, of.taken) }]
    })
    const [first] = heads
    if (first === undefined) break
    const best = heads.reduce((left, right) => (right.value > left.value ? right : left), first)
    order.push(best.head)
    best.of.taken += 1
  }
  return order
}
