import { compareText } from '../base/order.ts'
import type { Instant } from '../base/time.ts'
import type { FollowedDays } from '../issues/count-returns.ts'
import { noPostures } from '../signals/posture-of-group.ts'
import type { Posture } from '../signals/signal.ts'
import { bareTree, fromEntries, isEmpty, type NumberTree, negateTree, sumTrees } from '../stats/sum-trees.ts'
import { causeOfCategory } from './category-causes.ts'
import type { Cause } from './cause.ts'
import type { Quote } from './quotes.ts'
import { emptyRatings, type RatingCounts } from './ratings/tally-ratings.ts'
import { emptyLoads, type Loads } from './tallies/tally-load.ts'

type Counts = Record<string, number>

/** How a group's messages treat customers: month > posture > messages, and who wrote them. */
export type PostureGroup = { months: Record<string, Record<Posture, number>>; agents: Counts }

/** Hand-offs over cases, or over issues. */
export type HandOffCounts = { places: number; withHandOff: number; handOffs: number; pingPong: number }

export type CauseCounts = {
  contacts: number
  repeats: number
  customers: number
  issues: number
  handOffs: number
  weeks: Counts
}

/** What is added up while customers are read; `null` causes are counted under the empty name. */
export type TallyCounts = {
  interactions: number
  customers: number
  contacts: number
  contactsWithoutCustomer: number
  repeats: number
  issues: number
  teams: Counts
  agents: Counts
  channels: Counts
  weeks: Record<string, { contacts: number; repeats: number }>
  cases: HandOffCounts
  issueHandOffs: HandOffCounts
  /** Words of the company whose signals were read, and those in another language. */
  companyTexts: number
  companyIllegible: number
  spokenHandOffs: number
  postures: Record<Posture, number>
  teamPostures: Record<string, PostureGroup>
  causePostures: Record<string, PostureGroup>
  emotions: Counts
  /** By kind of signal. */
  signals: Record<string, { messages: number; customers: number }>
  texts: number
  read: number
  unassigned: number
  languages: Counts
  causes: Record<string, CauseCounts>
  /** attribute > value > cause > contacts. */
  attributes: Record<string, Record<string, Counts>>
  /** What happened in contacts: `kind:attribute` > value > cause > contacts; where it only could have, the value is empty. */
  marks: Record<string, Record<string, Counts>>
  /** Attributes with so many values that they tell one contact from the other, and drive nothing. */
  identifiers: Counts
  /** Categories of the source: id > as it is spelled > contacts. */
  categories: Record<string, Counts>
  /** Contacts of known customers: until the next one, until the next about the same, and the first ones of issues. */
  followed: { next: FollowedDays; same: FollowedDays; firsts: FollowedDays }
  loads: Loads
  ratings: RatingCounts
}

/** What is counted over customers: plain numbers that add up, whoever counted whom, and that can be taken away again. */
export type Counted = TallyCounts & NumberTree

/** A whole reading added up, with what is best, first or most of it. */
export type Tally = {
  readonly counts: Counted
  readonly mostInCase: number
  readonly mostInIssue: number
  /** First and last start of a contact. */
  readonly firstAt: Instant | null
  readonly lastAt: Instant | null
  readonly quotes: Readonly<Record<string, readonly Quote[]>>
}

export function emptyTally(): Tally {
  const none = { mostInCase: 0, mostInIssue: 0, firstAt: null, lastAt: null, quotes: {} }
  return { counts: emptyCounts(), ...none }
}

export function emptyCounts(): Counted {
  const handOffs = { places: 0, withHandOff: 0, handOffs: 0, pingPong: 0 }
  return {
    interactions: 0,
    customers: 0,
    contacts: 0,
    contactsWithoutCustomer: 0,
    repeats: 0,
    issues: 0,
    teams: bareTree(),
    agents: bareTree(),
    channels: bareTree(),
    weeks: bareTree(),
    cases: { ...handOffs },
    issueHandOffs: { ...handOffs },
    companyTexts: 0,
    companyIllegible: 0,
    spokenHandOffs: 0,
    postures: noPostures(),
    teamPostures: bareTree(),
    causePostures: bareTree(),
    emotions: bareTree(),
    signals: bareTree(),
    texts: 0,
    read: 0,
    unassigned: 0,
    languages: bareTree(),
    causes: bareTree(),
    attributes: bareTree(),
    marks: bareTree(),
    identifiers: bareTree(),
    categories: bareTree(),
    followed: { next: bareTree(), same: bareTree(), firsts: bareTree() },
    loads: emptyLoads(),
    ratings: emptyRatings(),
  }
}

/** An attribute with more values than this is an identifier. */
export const valuesPerAttribute = 100

/** How counts nest: `counts` are names with a number each, a `record` has always the same names. */
type Shape = 'counts' | 'record' | { readonly each: Shape } | { readonly of: Readonly<Record<string, Shape>> }

const group: Shape = { each: { of: { months: { each: 'record' }, agents: 'counts' } } }

const shape: Shape = {
  of: {
    teams: 'counts',
    agents: 'counts',
    channels: 'counts',
    weeks: { each: 'record' },
    teamPostures: group,
    causePostures: group,
    emotions: 'counts',
    signals: { each: 'record' },
    languages: 'counts',
    causes: { each: { of: { weeks: 'counts' } } },
    attributes: { each: { each: 'counts' } },
    marks: { each: { each: 'counts' } },
    identifiers: 'counts',
    categories: { each: 'counts' },
    followed: { of: { next: { each: 'record' }, same: { each: 'record' }, firsts: { each: 'record' } } },
    loads: {
      of: {
        byCause: { each: { of: { firstWeeks: 'counts', channels: { each: 'record' } } } },
        weekdays: 'counts',
      },
    },
    ratings: {
      of: {
        surveys: { each: { of: { values: 'counts' } } },
        sources: { each: { of: { values: { each: { of: { followed: { each: 'record' } } } } } } },
        causes: { each: { each: 'counts' } },
      },
    },
  },
}

/**
 * Adds counts up, in any order and from any parts: names in order, none at which nothing is left.
 * An attribute that was ever found to be an identifier stays one. Cost: O(names).
 */
export function sumCounts(parts: readonly Counted[]): Counted {
  return settle(parts.reduce((left, right) => sumTrees(left, right), emptyCounts()))
}

/** What must be added to `before` to get `now`. */
export function differenceOf(now: Counted, before: Counted): Counted {
  return settle(sumTrees(now, negateTree(before)))
}

function settle(counts: Counted): Counted {
  const { attributes, marks, identifiers, ...others } = settleTree(counts, shape)
  const isTooMany = (values: object | undefined) => sizeOf(values) > valuesPerAttribute
  const found = [
    ...Object.keys(attributes).filter((name) => isTooMany(attributes[name])),
    ...Object.keys(marks).filter((name) => isLimited(name) && isTooMany(marks[name])),
  ]
  const all = [...new Set([...Object.keys(identifiers), ...found])].sort(compareText)
  const telling = (tree: typeof attributes) =>
    fromEntries(Object.entries(tree).filter(([name]) => !all.includes(name)))
  return {
    ...others,
    attributes: telling(attributes),
    marks: telling(marks),
    identifiers: fromEntries(all.map((name) => [name, 1])),
  }
}

/** There may be more causes than an attribute has values. */
export function isLimited(markName: string): boolean {
  return markName.startsWith('step:')
}

function sizeOf(values: object | undefined): number {
  return Object.keys(values ?? {}).length
}

function settleTree<T extends NumberTree>(tree: T, shape: Shape): T
function settleTree(tree: NumberTree, shape: Shape): NumberTree {
  if (shape === 'record') return tree
  if (shape !== 'counts' && 'of' in shape) {
    const parts = Object.entries(shape.of).map(
      ([name, part]) => [name, settleTree(treeAt(tree, name), part)] as const,
    )
    return { ...tree, ...Object.fromEntries(parts) }
  }
  const left = Object.entries(tree).filter(([, value]) =>
    typeof value === 'number' ? value !== 0 : !isEmpty(value),
  )
  return fromEntries(
    left
      .sort(([one], [other]) => compareText(one, other))
      .map(([name, value]) => [
        name,
        typeof value === 'number' || shape === 'counts' ? value : settleTree(value, shape.each),
      ]),
  )
}

function treeAt(tree: NumberTree, name: string): NumberTree {
  const part = tree[name]
  return typeof part === 'object' ? part : bareTree()
}

/** Of several spellings of one category the first in order names it. */
export function categoriesOf({ categories }: Counted): readonly Cause[] {
  return Object.values(categories).flatMap((spellings) => {
    const [first] = Object.keys(spellings).sort(compareText)
    return first === undefined ? [] : causeOfCategory(first)
  })
}
