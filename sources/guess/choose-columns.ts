import { identityKinds } from '../../core/interactions/identity.ts'
import type { InteractionKind } from '../../core/interactions/interaction.ts'
import type { MappedField, MappingQuestion } from '../../core/interactions/mapping.ts'
import { chooseMessages, chooseSpeakers, timesOfMessages } from '../cut/choose-messages.ts'
import { commentText } from '../cut/comment-columns.ts'
import { splitsRows } from '../cut/cut-rows.ts'
import { recordNumber } from '../formats/json-cells.ts'
import { openingMessage } from '../formats/json-opening.ts'
import { chooseMail } from '../mail/choose-mail.ts'
import { chooseByValues } from './by-values.ts'
import { assign, type Choice, chooseFields, takenBy } from './choose-fields.ts'
import { areCallNotes, chooseKind, findKindColumn } from './choose-kind.ts'
import { doubtTeam } from './choose-team.ts'
import { chooseTimes, type TimeChoices } from './choose-times.ts'
import type { Sample } from './guess-mapping.ts'
import { aboutCases, namesWriter } from './names.ts'
import { isListed, isUnique, type Profile, shareOf } from './profile.ts'
import {
  askAboutAnswers,
  askAboutCustomer,
  askAboutShape,
  askAboutSides,
  askAboutTimes,
} from './questions.ts'
import { customerValuesOf, silentAgents } from './sides.ts'
import {
  dropWrongAccount,
  findAuthor,
  findOwnParty,
  findRecipient,
  findWriters,
  setOwnParty,
} from './who-wrote.ts'

/** Which column feeds which field, what rows are, and what the values leave open. */
export type Chosen = {
  readonly choices: ReadonlyMap<MappedField, Choice>
  readonly times: TimeChoices
  readonly kind: InteractionKind
  readonly whyKind: string
  readonly kindValues: Readonly<Record<string, InteractionKind>>
  readonly customerValues: readonly string[]
  readonly customerColumn: string | null
  readonly companyValues: readonly string[] | null
  /** Columns that name whoever wrote, where their names do not say so to everybody. */
  readonly writers: readonly string[] | null
  readonly questions: readonly MappingQuestion[]
}

/** Chooses by names and values first, then mends what the columns say only together. */
export function chooseColumns(sample: Sample, profiles: readonly Profile[]): Chosen {
  const mail = chooseMail(profiles)
  const choices = mail ? new Map(mail.fields) : chooseFields(profiles, sample.settled.notUnique)
  chooseMessages(choices, profiles, sample.settled.notUnique)
  const chat = chooseSpeakers(choices, profiles)
  dropWrongAccount(choices)
  const text = choices.get('text')?.column
  if (text && !choices.has('rating') && areCallNotes(text, profiles)) choices.delete('text')
  const questions = chooseByValues(choices, profiles)
  preferRecordAsCase(choices, profiles)
  if (!mail) settleReplies(choices, profiles)
  const caseOf = choices.get('case')?.column ?? null
  const isCut = splitsRows(sample.columns)
  const isSeveral = caseOf !== null && (isCut || caseOf.distinct.size < caseOf.rows * 0.95)
  const isLog = isSeveral || choices.has('inReplyTo')
  // In a list of complaints it may tick what they are about.
  if (!isLog && /^(staff|moderator)$/.test(choices.get('from')?.column.words ?? '')) choices.delete('from')
  // A thread may be known by when it began.
  const others = profiles.filter((column) => column !== caseOf || !/^thread\b/.test(column.words))
  const cut = timesOfMessages(profiles)
  const times = chooseTimes(cut ? [cut.day] : others, caseOf, isLog, sample.settled.timeFormat, cut?.clock)
  for (const [field, { column }] of choices) if (times.columns.includes(column)) choices.delete(field)
  if (!choices.has('externalId')) choices.delete('inReplyTo')
  if (!choices.has('inReplyTo')) shareIds(choices, profiles, sample.settled.notUnique)
  questions.push(...mendTeam(choices, profiles))
  const author = isLog ? findAuthor(choices, profiles) : null
  if (author) {
    assign(choices, 'from', author)
    const isKnown = identityKinds.some((kind) => choices.has(kind)) || takenBy(choices).has(author.customer)
    if (!isKnown) choices.set('account', { column: author.customer, because: 'some authors are the same' })
  }
  const own = findOwnParty(choices, profiles)
  if (own) setOwnParty(choices, own)
  const kindColumn = mail?.kind ?? findKindColumn(choices, profiles)
  // What tells notes from messages may tell the sides, too.
  if (kindColumn && kindColumn.column === choices.get('from')?.column) choices.set('kind', kindColumn)
  else if (kindColumn) assign(choices, 'kind', kindColumn)
  const { kind, because: whyKind } = chooseKind(choices, profiles, isLog)
  const silent = kind === 'message' && isLog && !author ? silentAgents(choices) : null
  if (silent) choices.set('from', silent)
  // Whoever a row names is the customer of all that is cut out of it.
  const isNamed = isCut && !sample.columns.includes(commentText)
  const knownWriters = mail ? ['From'] : chat ? ['name'] : isNamed ? [] : null
  const writers = knownWriters ?? findWriters(choices)
  const to = mail?.to ?? (writers.length === 0 || own ? null : findRecipient(choices, profiles))
  if (to) choices.set('to', to)
  questions.push(
    ...(chat ? [chat.question] : []),
    ...askAboutTimes(times),
    ...askAboutCustomer(choices, times, profiles),
    ...askAboutAnswers(choices, writers, profiles),
    ...askAboutSides(choices, kind, isLog, profiles),
    ...askAboutShape(choices, times, sample.columns),
  )
  const customerValues =
    chat?.customerValues ?? (silent ? [''] : sidesOf(choices, sample.columns.includes(openingMessage)))
  return {
    choices,
    times,
    kind,
    whyKind,
    kindValues: kindColumn?.kindValues ?? {},
    customerValues,
    customerColumn: author?.customer.name ?? null,
    companyValues: own?.companyValues ?? null,
    writers: knownWriters === null && writers.every(namesWriter) ? null : writers,
    questions,
  }
}

/** What a row answers joins rows where others have that id and nothing names their case; it may at least name the case. */
function settleReplies(choices: Map<MappedField, Choice>, profiles: readonly Profile[]): void {
  const replies = choices.get('inReplyTo')
  if (!replies) return
  const id = choices.get('externalId')
  const areCases = id !== undefined && isListOfCases(id, profiles)
  const ids = areCases ? undefined : id?.column
  const isJoining = ids !== undefined && shareOf(replies.column.values, (id) => ids.distinct.has(id)) > 0.1
  if (isJoining && !choices.has('case')) {
    // Of what is answered in public, a score counts votes.
    if (choices.get('rating')?.column.words === 'score') choices.delete('rating')
    return
  }
  choices.delete('inReplyTo')
  if (!areCases && !choices.has('case') && /\bid$/.test(replies.column.words)) choices.set('case', replies)
}

/** A message that opens a ticket names no side; it is the customer's. */
function sidesOf(choices: ReadonlyMap<MappedField, Choice>, hasOpening: boolean): string[] {
  const from = choices.get('from')?.column
  if (!from) return []
  return hasOpening ? [...customerValuesOf(from), ''] : customerValuesOf(from)
}

/** In a list of cases, one row each, the case tells rows apart; a call is a case of its own. */
function shareIds(
  choices: Map<MappedField, Choice>,
  profiles: readonly Profile[],
  notUnique: ReadonlySet<string>,
): void {
  const caseOf = choices.get('case')?.column
  const id = choices.get('externalId')
  if (caseOf && !id && isUnique(caseOf) && !notUnique.has(caseOf.name)) {
    choices.set('externalId', { column: caseOf, because: `every row has its own "${caseOf.name}"` })
  }
  if (!caseOf && id && /^(call|contact) /.test(id.column.words)) {
    choices.set('case', { ...id, because: 'each call is a case' })
  } else if (!caseOf && id && !choices.has('from') && isListOfCases(id, profiles)) {
    choices.set('case', { ...id, because: 'each row is a case: other columns say how it stands' })
  }
}

/** Two columns or more that only a case has; none of its ids is named as such. */
function isListOfCases({ column: id }: Choice, profiles: readonly Profile[]): boolean {
  const told = profiles.filter(({ words }) => aboutCases.test(words))
  return /^(id|#|no|nr|number)$/.test(id.words) && told.length > 1
}

function mendTeam(choices: Map<MappedField, Choice>, profiles: readonly Profile[]): MappingQuestion[] {
  const team = choices.get('team')
  const doubt = team ? doubtTeam(team.column, profiles) : null
  if (!doubt) return []
  assign(choices, 'team', doubt)
  return [doubt.question]
}

/** In a list of conversations each record is a case: by an id of its own if it has one, else by its number. */
function preferRecordAsCase(choices: Map<MappedField, Choice>, profiles: readonly Profile[]): void {
  const record = profiles.find(({ name }) => name === recordNumber)
  if (!record) return
  const chosen = choices.get('case')?.column
  if (chosen && isOneToOne(chosen, record)) return
  const own = profiles.find(
    (column) => !isListed(column) && ownId.test(column.words) && isOneToOne(column, record),
  )
  const shared = chosen
    ? `several records share one "${chosen.name}", so`
    : 'each record holds one conversation:'
  const because = own
    ? `every record has its own "${own.name}"`
    : `${shared} each record is a case of its own`
  choices.set('case', { column: own ?? record, because })
  if (own && choices.get('externalId')?.column === own) choices.delete('externalId')
}

const ownId = /^(id|key|number|uuid|guid|ticket|conversation|display id|external id)$/

function isOneToOne(column: Profile, record: Profile): boolean {
  if (column.distinct.size !== record.distinct.size) return false
  return (
    new Set(record.cells.map((value, at) => `${value}\u001f${column.cells[at]}`)).size ===
    record.distinct.size
  )
}
