import type { InteractionId } from '../base/ids.ts'
import { type Instant, minuteMs } from '../base/time.ts'
import type { Interaction } from '../interactions/interaction.ts'
import { effortOf, emotionOf } from '../signals/emotion.ts'
import { type CustomerSignal, type Signal, stakes } from '../signals/signal.ts'
import { compareInteractions } from './contact.ts'
import { countHandOffs } from './count-hand-offs.ts'
import { isTurnOfCompany, isTurnOfCustomer } from './group-into-contacts.ts'
import type { Issue } from './group-into-issues.ts'
import { type JudgedPromise, judgePromises } from './judge-promises.ts'
import { ratingOf } from './rating-of.ts'

/** The drawing of an issue; times are minutes since it began. */
export type Thread = {
  readonly minutes: number
  readonly contacts: readonly ThreadContact[]
  readonly waits: readonly Span[]
  readonly lanes: readonly { readonly team: string; readonly blocks: readonly Span[] }[]
  readonly handOffs: readonly { readonly at: number; readonly fromTeam: string; readonly toTeam: string }[]
  readonly spokenHandOffs: readonly number[]
  readonly promises: readonly ThreadPromise[]
}

/** `due` is the time that was named, null where none was; `interaction` is the message that promises. */
type ThreadPromise = {
  readonly at: number
  readonly due: Instant | null
  readonly state: JudgedPromise['state']
  readonly interaction: InteractionId
}

type Span = { readonly from: number; readonly to: number }

type ThreadContact = {
  readonly at: number
  readonly emotion: CustomerSignal | null
  readonly effort: number
  readonly channel: string | null
  readonly source: string
  readonly rating: number | null
  readonly isMomentOfTruth: boolean
}

export type ReadSignalsOf = (interaction: Interaction) => readonly Signal[]

/**
 * Lays an issue out in time: the customer's contacts, how long they waited, which team worked when, where they were
 * passed on. The moment of truth is the contact with the strongest stated negative emotion or the first refusal.
 * Assumes: nothing of times; interactions without one are drawn at the beginning. Cost: O(n log n).
 */
export function drawThread(issue: Issue, signalsOf: ReadSignalsOf): Thread {
  const interactions = issue.contacts.flatMap((contact) => contact.interactions).sort(compareInteractions)
  const times = [...interactions.map(({ at }) => at), issue.firstAt].filter((at) => at !== null)
  const start = Math.min(...times)
  const toMinutes = (at: Instant | null) => (at === null || times.length === 0 ? 0 : (at - start) / minuteMs)
  const passed = countHandOffs(interactions)
  const contacts = issue.contacts.map((contact) => {
    const signals = contact.interactions.filter(({ from }) => from === 'customer').flatMap(signalsOf)
    return {
      at: toMinutes(contact.at),
      emotion: emotionOf(signals),
      effort: effortOf(signals),
      channel: contact.opener.channel,
      source: contact.opener.source,
      rating: ratingOf(contact),
      peak: peakOf(signals),
    }
  })
  const peak = Math.max(...contacts.map((contact) => contact.peak))
  const turning = peak === 0 ? -1 : contacts.findIndex((contact) => contact.peak === peak)
  return {
    minutes: times.length === 0 ? 0 : (Math.max(...times) - start) / minuteMs,
    contacts: contacts.map(({ peak: _, ...contact }, index) => ({
      ...contact,
      isMomentOfTruth: index === turning,
    })),
    waits: findWaits(interactions, toMinutes),
    lanes: passed.teams.map((team) => ({ team, blocks: findBlocks(interactions, team, toMinutes) })),
    handOffs: passed.handOffs.map(({ at, ...teams }) => ({ at: toMinutes(at), ...teams })),
    spokenHandOffs: findSaid(interactions, signalsOf, 'spokenHandOff').map(toMinutes),
    promises: judgePromises(interactions, signalsOf).map(({ said, due, state, interaction }) => ({
      at: toMinutes(said),
      due,
      state,
      interaction: interaction.id,
    })),
  }
}

const turningKinds: readonly string[] = ['anger', 'frustration', 'worry', 'sadness', ...stakes]

function peakOf(signals: readonly Signal[]): number {
  return signals.reduce(
    (peak, { kind, strength }) => (turningKinds.includes(kind) ? Math.max(peak, strength) : peak),
    0,
  )
}

function findSaid(interactions: readonly Interaction[], signalsOf: ReadSignalsOf, kind: Signal['kind']) {
  return interactions
    .filter(
      (interaction) =>
        interaction.from === 'company' && signalsOf(interaction).some((said) => said.kind === kind),
    )
    .map(({ at }) => at)
}

/** From a customer's message to the company's next word; a call is answered on the spot. */
function findWaits(
  interactions: readonly Interaction[],
  toMinutes: (at: Instant | null) => number,
): readonly Span[] {
  const waits: Span[] = []
  let since: number | null = null
  for (const interaction of interactions) {
    const at = toMinutes(interaction.at)
    if (isTurnOfCustomer(interaction) && interaction.kind === 'message') since ??= at
    else if (isTurnOfCompany(interaction) && since !== null) {
      waits.push({ from: since, to: at })
      since = null
    }
  }
  return waits
}

/** A team works from its first touch until another team takes over. */
function findBlocks(
  interactions: readonly Interaction[],
  team: string,
  toMinutes: (at: Instant | null) => number,
): readonly Span[] {
  const blocks: { from: number; to: number }[] = []
  let isOpen = false
  for (const { from, team: actor, at } of interactions) {
    if (from !== 'company' || actor === null) continue
    const last = blocks.at(-1)
    if (actor !== team) isOpen = false
    else if (isOpen && last) last.to = toMinutes(at)
    else {
      blocks.push({ from: toMinutes(at), to: toMinutes(at) })
      isOpen = true
    }
  }
  return blocks
}
