import { hash } from 'node:crypto'
import { decodeHTML } from 'entities'
import { caseIdOf, type Identity } from '../../core/base/ids.ts'
import type { Instant } from '../../core/base/time.ts'
import { type IdentityKind, toIdentity } from '../../core/interactions/identity.ts'
import type { Interaction, InteractionKind, Side } from '../../core/interactions/interaction.ts'
import { isOwn } from '../../core/interactions/own-addresses.ts'
import { type Fact, idOf, isPossibleTime, toFact } from '../fact.ts'
import { textOfHtml } from '../receivers/text-of-html.ts'
import type { Problem } from '../row.ts'
import { joinTexts } from './join-texts.ts'
import { parseDuration } from './parse-number.ts'
import { parseRating } from './parse-rating.ts'
import { parseTime } from './parse-time.ts'
import type { Plan } from './plan.ts'

/** Makes a fact of a row, or says why it cannot. `sequence` is the row's number in its file; `now` bounds its times. */
export function mapRow(plan: Plan, cells: readonly string[], sequence: number, now: Instant): Fact | Problem {
  const { mapping } = plan
  const at = timeOf(plan, cells, plan.time, now)
  if (typeof at === 'object' && at !== null) return at
  if (at === null && plan.time.length > 0) return noTime
  const caseOpenedAt = timeOf(plan, cells, plan.openedAt, now)
  if (typeof caseOpenedAt === 'object' && caseOpenedAt !== null) return caseOpenedAt
  const externalId = externalIdOf(plan, cells, sequence)
  const caseValue = caseOf(plan, cells, externalId)
  const from = sideOf(plan, cells)
  const attributes = attributesOf(plan, cells)
  const interaction: Interaction = {
    id: idOf(mapping.source, externalId),
    source: mapping.source,
    externalId,
    sequence,
    at,
    identities: identitiesOf(plan, cells, from),
    caseId: caseValue === null ? null : caseIdOf(caseValue),
    caseOpenedAt,
    kind: kindOf(plan, cells),
    from,
    channel: valueAt(plan, cells, plan.channel),
    team: valueAt(plan, cells, plan.team),
    agent: valueAt(plan, cells, plan.agent),
    text: textOf(plan, cells),
    category: joined(plan, cells, plan.category, ' > '),
    rating: numberAt(
      plan,
      cells,
      plan.rating,
      attributes,
      (text) => plan.ratingValues.get(text.toLowerCase()) ?? parseRating(text),
    ),
    durationSeconds: numberAt(plan, cells, plan.duration, attributes, (text) =>
      parseDuration(text, mapping.durationUnit),
    ),
    attributes,
  }
  return toFact(interaction)
}

function caseOf(plan: Plan, cells: readonly string[], id: string): string | null {
  if (plan.inReplyTo < 0) return valueAt(plan, cells, plan.case)
  return plan.conversations.caseOf(id, valueAt(plan, cells, plan.inReplyTo))
}

/** What a row says of its place in a conversation. */
export function placeOf(plan: Plan, cells: readonly string[], sequence: number) {
  const side = sideOf(plan, cells)
  return {
    id: externalIdOf(plan, cells, sequence),
    inReplyTo: valueAt(plan, cells, plan.inReplyTo),
    isCustomers: side === 'customer',
    writer: side === 'customer' ? (identitiesOf(plan, cells, side)[0] ?? null) : null,
  }
}

/** Whether a row of a log only says again what the row before it said, at a later time. */
export function isRepeat(plan: Plan, cells: readonly string[], before: readonly string[]): boolean {
  if (!plan.isLog || cells[plan.case] === '') return false
  for (const at of plan.telling) if (cells[at] !== before[at]) return false
  return true
}

function valueAt(plan: Plan, cells: readonly string[], at: number): string | null {
  const cell = cells[at]
  if (cell === undefined || cell === '') return null
  const value = trimmed(cell)
  if (value.length > plan.longestMissing) return value
  return value === '' || plan.missing.has(value) ? null : value
}

/** Most cells have nothing to trim, and asking is cheaper than trimming. */
function trimmed(cell: string): string {
  return cell.charCodeAt(0) > 32 && isPlain(cell.charCodeAt(cell.length - 1)) ? cell : cell.trim()
}

function isPlain(code: number): boolean {
  return code > 32 && code < 127
}

function joined(plan: Plan, cells: readonly string[], columns: readonly number[], between: string) {
  if (columns.length === 0) return null
  const values = columns.map((at) => valueAt(plan, cells, at)).filter((value) => value !== null)
  return values.length === 0 ? null : values.join(between)
}

function textOf(plan: Plan, cells: readonly string[]): string | null {
  const parts = plan.text.map((at) => plainOf(trimmed(cells[at] ?? '')))
  return joinTexts(parts.filter((part) => !plan.missingInText.has(part))) || null
}

/** Exports of mails and chats keep their markup, which nobody wrote. */
function plainOf(text: string): string {
  const mayBeMarkup = text.startsWith('<') || (text.includes('<') && !text.includes('\n'))
  if (mayBeMarkup && markup.test(text)) return textOfHtml(text) ?? text
  return text.includes('&') && entity.test(text) ? decodeHTML(text) : text
}

const markup = /<\/(p|div|html|body|span|td|ul|ol|h\d)>|<br ?\/?>/i
const entity = /&(#\d{2,5}|#x[\da-f]{2,5}|amp|lt|gt|quot|apos|nbsp);/i

function timeOf(plan: Plan, cells: readonly string[], columns: readonly number[], now: Instant) {
  const text = valueAt(plan, cells, columns[0] ?? -1)
  if (text === null) return null
  const clock = columns.length > 1 ? valueAt(plan, cells, columns[1] ?? -1) : null
  const at = parseTime(text, clock, plan.mapping.timeFormat, plan.mapping.timeZone)
  if (Number.isNaN(at)) return unreadableTime(clock === null ? text : `${text} ${clock}`, plan)
  if (!isPossibleTime(at, now)) return impossibleTime(text)
  return at
}

/** Whom a row of the company went to, as far as that is an address of the kind; colleagues are no customers. */
function recipientOf(plan: Plan, cells: readonly string[], kind: IdentityKind): string | null {
  const value = valueAt(plan, cells, plan.to)
  const ours = plan.mapping.companyValues
  if (value === null || (ours && isOwn(ours, value))) return null
  if (!(kind === 'email' || kind === 'phone')) return ours === undefined ? null : value
  return value.includes('@') === (kind === 'email') ? value : null
}

function identitiesOf(plan: Plan, cells: readonly string[], side: Side): Identity[] {
  const identities: Identity[] = []
  for (const { kind, at, isWriter } of plan.identities) {
    const value = isWriter && side === 'company' ? recipientOf(plan, cells, kind) : valueAt(plan, cells, at)
    const identity = value === null ? null : toIdentity(kind, value)
    if (identity !== null && !identities.includes(identity)) identities.push(identity)
  }
  return identities
}

function kindOf(plan: Plan, cells: readonly string[]): InteractionKind {
  const value = valueAt(plan, cells, plan.kind)
  return (value === null ? undefined : plan.mapping.kindValues[value]) ?? plan.mapping.kind
}

function sideOf(plan: Plan, cells: readonly string[]): Side {
  const kind = kindOf(plan, cells)
  if (kind === 'event') return 'company'
  if (kind === 'leaving') return 'customer'
  if (plan.from < 0) return 'customer'
  const writer = valueAt(plan, cells, plan.from)
  const { companyValues } = plan.mapping
  if (companyValues) return writer !== null && isOwn(companyValues, writer) ? 'company' : 'customer'
  const isCustomer =
    plan.mapping.customerValues.includes(writer ?? '') ||
    (writer !== null && writer === valueAt(plan, cells, plan.customer))
  return isCustomer ? 'customer' : 'company'
}

function attributesOf(plan: Plan, cells: readonly string[]): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const { name, at } of plan.attributes) {
    const value = valueAt(plan, cells, at)
    if (value !== null) attributes[name] = value
  }
  return attributes
}

/** What is no number stays readable among the attributes. */
function numberAt(
  plan: Plan,
  cells: readonly string[],
  at: number,
  attributes: Record<string, string>,
  parse: (text: string) => number,
): number | null {
  const value = valueAt(plan, cells, at)
  if (value === null) return null
  const number = parse(value)
  if (!Number.isNaN(number)) return number
  const name = columnOf(plan, at)
  if (name !== null) attributes[name] = value
  return null
}

function columnOf(plan: Plan, at: number): string | null {
  const { rating, duration } = plan.mapping.columns
  return (at === plan.rating ? rating?.[0] : duration?.[0]) ?? null
}

/**
 * The source's own id, or one made of the row's content: two exports that hold the same row agree on it. Sentences in
 * a list without times may be equal and still be two, so there the row's number counts too.
 */
function externalIdOf(plan: Plan, cells: readonly string[], sequence: number): string {
  const given = joined(plan, cells, plan.externalId, '/')
  if (given !== null) return given
  const content = cells.join('\u001f')
  return hash('sha256', plan.time.length > 0 ? content : `${content}\u001f${sequence}`).slice(0, 32)
}

const noTime: Problem = {
  reason: 'missing time',
  detail:
    'The row does not say when it happened. Fill the time in, or leave the time column out of the mapping.',
}

function unreadableTime(text: string, plan: Plan): Problem {
  return {
    reason: 'unreadable time',
    detail: `"${text.slice(0, 60)}" is no time written as ${plan.mapping.timeFormat}. Write it as the other rows do.`,
  }
}

function impossibleTime(text: string): Problem {
  return {
    reason: 'impossible time',
    detail: `"${text.slice(0, 60)}" lies before 1990 or more than a year ahead. Put the right time in.`,
  }
}
