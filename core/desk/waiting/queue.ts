import { compareText } from '../../base/order.ts'
import { hourMs, type Instant } from '../../base/time.ts'
import type { CustomerSignal } from '../../signals/signal.ts'

/** What the order of the queue rests on, of one issue. */
export type Waiting = {
  readonly id: string
  /** Since when the customer waits for a word from us; null when it is not they who wait. */
  readonly since: Instant | null
  readonly contacts: number
  readonly emotion: CustomerSignal | null
  readonly stakes: readonly CustomerSignal[]
  /** When something that we promised falls due, or an owner takes it up; the earliest. */
  readonly due: Instant | null
  /** What another person handed to us, or an answer that the customer gave by their link. */
  readonly isHandedTo: boolean
  readonly hasAnswered: boolean
  /** The last answer that was written could not be sent, or came back. */
  readonly isUndelivered: boolean
  /** They wait for a word about it since it was closed. */
  readonly isBack: boolean
  /** Something was done about it at the desk, and it is not closed. */
  readonly isBegun: boolean
}

/** One reason for a place in the queue: how much it weighs, and how it is said. */
export type Reason = {
  readonly kind:
    | 'promise'
    | 'stakes'
    | 'emotion'
    | 'waiting'
    | 'repeat'
    | 'handedOver'
    | 'answered'
    | 'undelivered'
    | 'cameBack'
    | 'begun'
  readonly weight: number
  readonly words: string
}

export type Queued<T extends Waiting> = T & { readonly reasons: readonly Reason[]; readonly weight: number }

const stakeWeights: Readonly<Partial<Record<CustomerSignal, number>>> = {
  harm: 40,
  vulnerability: 30,
  deadline: 25,
  leaving: 20,
}
const emotionWeights: Readonly<Partial<Record<CustomerSignal, number>>> = {
  anger: 15,
  sadness: 15,
  worry: 12,
  frustration: 8,
  confusion: 5,
}
const stakeWords: Readonly<Partial<Record<CustomerSignal, string>>> = {
  harm: 'someone may be harmed',
  vulnerability: 'a vulnerable person',
  deadline: 'needs it in time',
  leaving: 'may leave',
}
const emotionWords: Readonly<Partial<Record<CustomerSignal, string>>> = {
  anger: 'angry',
  sadness: 'sad',
  worry: 'worried',
  frustration: 'frustrated',
  confusion: 'confused',
}

/**
 * Puts waiting customers in the order in which to turn to them, each with the reasons that weigh for it, the heaviest
 * first: our own word first, then what is at stake, then how they feel, how long they wait and how often they had to come.
 * The weights are stated in docs/method/desk.md. Waiting counts to two days, coming back to five contacts, so that nobody
 * overtakes a broken promise by patience alone. Equal weights go by who waits longest, then by id. Cost: O(n log n).
 */
export function orderQueue<T extends Waiting>(waiting: readonly T[], now: Instant): readonly Queued<T>[] {
  return waiting
    .map((one) => {
      const reasons = reasonsOf(one, now)
      return { ...one, reasons, weight: reasons.reduce((sum, { weight }) => sum + weight, 0) }
    })
    .sort(
      (left, right) =>
        right.weight - left.weight ||
        (left.since ?? now) - (right.since ?? now) ||
        compareText(left.id, right.id),
    )
}

function reasonsOf(one: Waiting, now: Instant): readonly Reason[] {
  const reasons = [
    promiseReason(one.due, now),
    ...one.stakes.map((stake) => reason('stakes', stakeWeights[stake], stakeWords[stake])),
    one.emotion === null ? null : reason('emotion', emotionWeights[one.emotion], emotionWords[one.emotion]),
    one.isUndelivered ? reason('undelivered', 35, 'our answer did not reach them') : null,
    one.isHandedTo ? reason('handedOver', 20, 'handed over') : null,
    one.hasAnswered ? reason('answered', 18, 'has answered') : null,
    one.isBack ? reason('cameBack', 15, 'came back after it was closed') : null,
    waitingReason(one.since, now),
    one.isBegun && one.since === null ? reason('begun', 1, 'begun, not closed') : null,
    one.contacts < 2 ? null : reason('repeat', Math.min(one.contacts - 1, 4) * 4, sayContacts(one.contacts)),
  ]
  return reasons
    .filter((found) => found !== null)
    .sort((left, right) => right.weight - left.weight || compareText(left.words, right.words))
}

function reason(kind: Reason['kind'], weight: number | undefined, words: string | undefined): Reason | null {
  return weight === undefined || words === undefined ? null : { kind, weight, words }
}

function promiseReason(due: Instant | null, now: Instant): Reason | null {
  if (due === null) return null
  if (due < now) return reason('promise', 50, 'a promise is overdue')
  const hours = (due - now) / hourMs
  return hours <= 24
    ? reason('promise', 30, 'a promise is due today')
    : reason('promise', 5, 'a promise is open')
}

function waitingReason(since: Instant | null, now: Instant): Reason | null {
  if (since === null) return null
  const hours = Math.max(0, (now - since) / hourMs)
  const words =
    hours < 1
      ? 'just wrote'
      : hours < 48
        ? `waits ${Math.floor(hours)} h`
        : `waits ${Math.floor(hours / 24)} days`
  return reason('waiting', Math.min(24, hours / 2), words)
}

function sayContacts(contacts: number): string {
  const word = ['', '', 'second', 'third', 'fourth', 'fifth'][contacts]
  return word === undefined ? `${contacts} contacts` : `${word} contact`
}
