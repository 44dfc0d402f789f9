import { type Instant, toIso } from '../core/base/time.ts'
import type { SignalKind } from '../core/signals/signal.ts'
import type { Driver } from './causes/cause.ts'
import { causes } from './causes/causes.ts'
import { daysBefore, story } from './company.ts'
import type { DemoCase, Draft, Issue } from './life/telling.ts'
import { type Life, messageId, type StorySettings, ticketId, walkLives } from './walk.ts'

/** What one interaction really was. Ids of people, issues and contacts are the truth's own and stand in no export. */
export type InteractionTruth = {
  readonly message_id: string
  readonly ticket_id: string
  readonly person: string
  /** The person as far as anybody could know: cases of one person that no chain of shared identities joins differ in it. */
  readonly knownAs: string
  readonly issue: string
  readonly contact: string
  readonly cause: string
  /** True when all that the case names is a telephone that two people share: nobody could tell which of them it was. */
  readonly isAmbiguous: boolean
  /** Signals that the words were chosen to carry. */
  readonly signals: readonly SignalKind[]
  /** What became of the promise made here. */
  readonly promise: Draft['promise']
}

/** Hand-offs as DESIGN counts them: changes of team in the company-side interactions, by time. */
export type HandOffTruth = { readonly handOffs: number; readonly isPingPong: boolean }

export type CaseTruth = HandOffTruth & {
  readonly ticket_id: string
  readonly person: string
  readonly issue: string
}

export type IssueTruth = HandOffTruth & {
  readonly issue: string
  readonly person: string
  readonly cause: string
  readonly contacts: number
  readonly spokenHandOffs: number
  readonly firstAt: string
  readonly lastAt: string
}

/** What was planted: what a good reading should find, and what it should not. */
export type Planted = {
  readonly drivers: readonly (Driver & { readonly cause: string })[]
  readonly onsets: readonly { readonly cause: string; readonly at: string }[]
  /** `leaves` is the share of the cause that remains; 1 is a change that does nothing. */
  readonly changes: readonly {
    readonly id: string
    readonly name: string
    readonly cause: string
    readonly at: string
    readonly leaves: number
  }[]
  readonly nextNeeds: readonly { readonly cause: string; readonly next: string; readonly share: number }[]
}

/** The truth of each interaction, customer by customer: the same walk as the story, told again instead of stored. */
export function* tellTruth(settings: StorySettings): Generator<InteractionTruth> {
  for (const life of walkLives(settings)) {
    const knownAs = tellKnownAs(life)
    for (const [index, draft] of life.drafts.entries()) {
      const issue = issueName(life, draft.issue)
      yield {
        message_id: messageId(life.customer, index),
        ticket_id: ticketId(life.customer, draft.inCase),
        person: personName(life),
        knownAs: `${personName(life)}-${knownAs.get(draft.inCase) ?? 0}`,
        issue,
        contact: `${issue}-${draft.contact}`,
        cause: draft.issue.cause.id,
        isAmbiguous: life.customer.sharesPhone && draft.inCase.account === '' && draft.inCase.email === '',
        signals: draft.signals,
        promise: draft.promise,
      }
    }
  }
}

export function* tellCaseTruth(settings: StorySettings): Generator<CaseTruth> {
  for (const life of walkLives(settings)) {
    for (const [inCase, drafts] of Map.groupBy(life.drafts, (draft) => draft.inCase)) {
      const [first] = drafts
      if (first === undefined) continue
      yield {
        ticket_id: ticketId(life.customer, inCase),
        person: personName(life),
        issue: issueName(life, first.issue),
        ...countHandOffs(drafts),
      }
    }
  }
}

export function* tellIssueTruth(settings: StorySettings): Generator<IssueTruth> {
  for (const life of walkLives(settings)) {
    for (const [issue, drafts] of Map.groupBy(life.drafts, (draft) => draft.issue)) {
      yield {
        issue: issueName(life, issue),
        person: personName(life),
        cause: issue.cause.id,
        contacts: new Set(drafts.map((draft) => draft.contact)).size,
        spokenHandOffs: drafts.filter((draft) => draft.signals.includes('spokenHandOff')).length,
        firstAt: isoAt(drafts[0]?.at ?? 0),
        lastAt: isoAt(drafts[drafts.length - 1]?.at ?? 0),
        ...countHandOffs(drafts),
      }
    }
  }
}

export function tellPlanted(end: Instant): Planted {
  return {
    drivers: causes.flatMap((cause) => (cause.driver === null ? [] : [{ cause: cause.id, ...cause.driver }])),
    onsets: causes.flatMap(({ id, startsDaysBeforeEnd: days }) =>
      days === null ? [] : [{ cause: id, at: isoAt(daysBefore(end, days)) }],
    ),
    changes: story.changes.map(({ daysBeforeEnd, ...change }) => ({
      ...change,
      at: isoAt(daysBefore(end, daysBeforeEnd)),
    })),
    nextNeeds: causes.flatMap(({ id, leadsTo }) =>
      leadsTo === null ? [] : [{ cause: id, next: leadsTo.cause, share: leadsTo.share }],
    ),
  }
}

/** Numbers the groups of a life's cases that are joined by what they note of the customer. */
function tellKnownAs({ drafts }: Life): ReadonlyMap<DemoCase, number> {
  const groups: { readonly cases: DemoCase[]; readonly noted: Set<string> }[] = []
  for (const inCase of new Set(drafts.map((draft) => draft.inCase))) {
    const own = new Set([inCase.account, inCase.email, inCase.phone].filter((value) => value !== ''))
    const joined = groups.filter(({ noted }) => !noted.isDisjointFrom(own))
    const cases = [...joined.flatMap((group) => group.cases), inCase]
    const noted = new Set([...own, ...joined.flatMap((group) => [...group.noted])])
    groups.splice(0, groups.length, ...groups.filter((group) => !joined.includes(group)), { cases, noted })
  }
  return new Map(groups.flatMap(({ cases }, number) => cases.map((inCase) => [inCase, number] as const)))
}

/** Assumes company-side interactions in order of time; those without a team do not count. */
export function countHandOffs(drafts: readonly Draft[]): HandOffTruth {
  const teams = drafts
    .filter((draft) => draft.author !== 'customer' && draft.team !== '')
    .map((draft) => draft.team)
  const stays = teams.filter((team, index) => index === 0 || team !== teams[index - 1])
  return { handOffs: Math.max(0, stays.length - 1), isPingPong: new Set(stays).size < stays.length }
}

function personName(life: Life): string {
  return `P${life.customer.number}`
}

function issueName(life: Life, issue: Issue): string {
  return `${personName(life)}-${issue.number}`
}

function isoAt(at: Instant): string {
  return toIso(at - (at % 1000))
}
