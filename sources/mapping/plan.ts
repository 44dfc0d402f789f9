import { isZone } from '../../core/base/zone.ts'
import type { IdentityKind } from '../../core/interactions/identity.ts'
import { identityKinds } from '../../core/interactions/identity.ts'
import type { MappedField, Mapping } from '../../core/interactions/mapping.ts'
import { mappedFields } from '../../core/interactions/mapping.ts'
import { missingInText } from '../guess/missing.ts'
import { namesWriter } from '../guess/names.ts'
import { refusal } from '../refusal.ts'
import { type Conversations, parentsAlone } from './conversations.ts'

/** A mapping with its column names looked up once, so that reading a row is indexing and nothing else. -1 is no column. */
export type Plan = {
  readonly mapping: Mapping
  readonly missing: ReadonlySet<string>
  readonly missingInText: ReadonlySet<string>
  readonly longestMissing: number
  readonly identities: readonly PlannedIdentity[]
  /** Whom a row of the company went to. */
  readonly to: number
  readonly externalId: readonly number[]
  readonly case: number
  readonly inReplyTo: number
  readonly conversations: Conversations
  readonly time: readonly number[]
  readonly openedAt: readonly number[]
  readonly kind: number
  readonly from: number
  /** Names the customer as `from` names whoever wrote. */
  readonly customer: number
  readonly channel: number
  readonly team: number
  readonly agent: number
  readonly text: readonly number[]
  readonly category: readonly number[]
  readonly rating: number
  /** Words of the rating column, in lower case, and what each means. */
  readonly ratingValues: ReadonlyMap<string, number>
  readonly duration: number
  readonly attributes: readonly { readonly name: string; readonly at: number }[]
  /** Columns in which a row must differ from the one before it to say something new. */
  readonly telling: readonly number[]
  readonly isLog: boolean
}

export type PlannedIdentity = {
  readonly kind: IdentityKind
  readonly at: number
  /** Names whoever wrote the row. */
  readonly isWriter: boolean
}

/** `conversations` are those of the whole file; without it, a row is of one case with the row it answers. */
export function planMapping(
  mapping: Mapping,
  columns: readonly string[],
  conversations: Conversations = parentsAlone,
): Plan {
  checkMapping(mapping, columns)
  const indexes = (field: MappedField) => (mapping.columns[field] ?? []).map((name) => columns.indexOf(name))
  const first = (field: MappedField) => indexes(field)[0] ?? -1
  const attributes = mapping.attributes.map((name) => ({ name, at: columns.indexOf(name) }))
  const writers = new Set(writersOf(mapping))
  const told = mappedFields.filter((field) => field !== 'time').flatMap(indexes)
  return {
    mapping,
    missing: new Set(mapping.missing),
    missingInText: new Set(missingInText(mapping.missing)),
    longestMissing: Math.max(0, ...mapping.missing.map((marker) => marker.length)),
    identities: identityKinds.flatMap((kind) =>
      indexes(kind).map((at) => ({
        kind,
        at,
        isWriter: writers.has(columns[at] ?? ''),
      })),
    ),
    to: first('to'),
    externalId: indexes('externalId'),
    case: first('case'),
    inReplyTo: first('inReplyTo'),
    conversations,
    time: indexes('time'),
    openedAt: indexes('openedAt'),
    kind: first('kind'),
    from: first('from'),
    customer: mapping.customerColumn === undefined ? -1 : columns.indexOf(mapping.customerColumn),
    channel: first('channel'),
    team: first('team'),
    agent: first('agent'),
    text: indexes('text'),
    category: indexes('category'),
    rating: first('rating'),
    ratingValues: new Map(
      Object.entries(mapping.ratingValues ?? {}).map(([word, value]) => [word.trim().toLowerCase(), value]),
    ),
    duration: first('duration'),
    attributes,
    telling: [...new Set([...told, ...attributes.map(({ at }) => at)])],
    isLog: mapping.kind === 'event' && first('case') >= 0 && indexes('text').length === 0,
  }
}

/** Said, or told by their names where a column tells the sides apart. */
function writersOf({ writers, columns }: Mapping): readonly string[] {
  const named = identityKinds.flatMap((kind) => columns[kind] ?? [])
  return writers ?? (columns.from === undefined ? [] : named.filter(namesWriter))
}

function checkMapping(mapping: Mapping, columns: readonly string[]): void {
  const takers = new Map<string, string>()
  for (const field of mappedFields) {
    for (const name of mapping.columns[field] ?? []) {
      if (!columns.includes(name)) throw unknownColumn(name, field, columns)
      const taker = takers.get(name)
      if (taker && !mayShare(taker, field)) throw mappedTwice(name, taker, field)
      takers.set(name, field)
    }
  }
  if (mapping.columns.inReplyTo && (mapping.columns.case || !mapping.columns.externalId))
    throw refusal(
      'What a row answers makes a case of them, where each has an id and no other column names the case.',
      'Say which column holds the ids, and take either the case or what a row answers away.',
    )
  for (const name of mapping.attributes) {
    if (!columns.includes(name)) throw unknownColumn(name, 'attributes', columns)
  }
  if (mapping.customerColumn !== undefined && !columns.includes(mapping.customerColumn))
    throw unknownColumn(mapping.customerColumn, 'customerColumn', columns)
  for (const name of mapping.writers ?? []) {
    if (!identityKinds.some((kind) => mapping.columns[kind]?.includes(name)))
      throw refusal(
        `The mapping says that "${name}" names whoever wrote, and no entry takes the customer from it.`,
        'Name a column of account, email, phone or name.',
      )
  }
  if (!isZone(mapping.timeZone)) {
    throw refusal(`${mapping.timeZone} is no time zone.`, 'Name one such as UTC or Europe/Zurich.')
  }
}

/**
 * The number of a case with one row also tells rows apart; where customers name no agent, the agent tells sides apart, and where
 * the company's addresses are known, whoever wrote; what tells sides may tell notes of our own, too.
 */
function mayShare(left: string, right: string): boolean {
  const ofSides = ['agent', 'kind', ...identityKinds]
  return [`${left},${right}`, `${right},${left}`].some(
    (pair) => pair === 'case,externalId' || ofSides.some((field) => pair === `${field},from`),
  )
}

function mappedTwice(name: string, left: string, right: string) {
  return refusal(
    `The mapping uses the column "${name}" twice, as ${left} and as ${right}.`,
    'Let it feed one of the two.',
  )
}

function unknownColumn(name: string, field: string, columns: readonly string[]) {
  return refusal(
    `The mapping takes ${field} from the column "${name}", which the file does not have.`,
    `Its columns are: ${columns.slice(0, 40).join(', ')}${columns.length > 40 ? ' and more' : ''}.`,
  )
}
