import { identityKinds } from '../../core/interactions/identity.ts'
import type { InteractionKind } from '../../core/interactions/interaction.ts'
import type { MappingQuestion } from '../../core/interactions/mapping.ts'
import { type Choices, takenBy } from './choose-fields.ts'
import type { TimeChoices } from './choose-times.ts'
import { aboutCompany, recipient } from './names.ts'
import { type Profile, toWords } from './profile.ts'
import { isSideColumn, namesCustomer } from './sides.ts'

/** Asks how days and months are written when no value of the column settles it, or when values contradict each other. */
export function askAboutTimes(times: TimeChoices): MappingQuestion[] {
  const { time, format, open } = times
  if (!time) return askForTime(times)
  const { name, values } = time.column
  if (time.contradictedBy !== null && time.settledBy !== null) {
    const question = `"${name}" mixes two ways to write a date: "${time.settledBy}" can only be read as ${format}, "${time.contradictedBy}" only otherwise. Which is right for the others?`
    return [{ field: 'timeFormat', question, options: ['day-month-year', 'month-day-year'], assumed: format }]
  }
  if (open.length === 0) return []
  const options = [format, ...open]
  const question = `Is "${values[0] ?? ''}" in "${name}" written ${options.join(' or ')}? No value settles it.`
  return [{ field: 'timeFormat', question, options, assumed: format }]
}

/** Where all times are of something else, such as an end that many rows have not reached, the row's own may be among them all the same. */
function askForTime({ columns }: TimeChoices): MappingQuestion[] {
  if (columns.length === 0) return []
  const options = columns.map(({ name }) => name)
  const quoted = options.map((name) => `"${name}"`).join(' or ')
  const question = `No column says when customers turned to the company. Is it ${quoted}? Rows without it are set aside.`
  return [{ field: 'time', question, options, assumed: 'no time is known' }]
}

/** Asks who wrote the messages of a conversation when no column tells. */
export function askAboutSides(
  choices: Choices,
  kind: InteractionKind,
  isLog: boolean,
  profiles: readonly Profile[],
): MappingQuestion[] {
  const text = choices.get('text')?.column
  const isSaid = isLog || profiles.some((one) => isDirection(one) || recipient.test(one.words))
  if (kind !== 'message' || !isSaid || choices.has('from') || (text && namesCustomer(text))) return []
  return [
    {
      field: 'from',
      question: 'No column tells messages of customers from answers of the company. Which one does?',
      options: profiles.map(({ name }) => name),
      assumed: 'all messages are from customers',
    },
  ]
}

/** Says of some rows which way they went. */
function isDirection(column: Profile): boolean {
  return /\bdirection$/.test(column.words) && isSideColumn(column)
}

/** Asks who the customer is where no column is surely theirs but one may be: without it nobody can be followed. */
export function askAboutCustomer(
  choices: Choices,
  times: TimeChoices,
  profiles: readonly Profile[],
): MappingQuestion[] {
  const isTold = identityKinds.some((kind) => choices.has(kind))
  if (isTold || times.time === null || !(choices.has('case') || choices.has('text'))) return []
  const taken = new Set([...takenBy(choices), ...times.columns])
  const options = profiles.filter((column) => !taken.has(column) && mayName(column)).map(({ name }) => name)
  if (options.length === 0) return []
  const quoted = options.map((name) => `"${name}"`)
  return [
    {
      field: 'account',
      question: `No column says that it names the customer, so nobody can be followed from one case to the next. Is it ${quoted.join(' or ')}?`,
      options,
      assumed: 'no customer is known',
    },
  ]
}

/** Asks what joins answers to what they answer, where they name neither a case nor whom they went to. */
export function askAboutAnswers(
  choices: Choices,
  writers: readonly string[],
  profiles: readonly Profile[],
): MappingQuestion[] {
  const identities = identityKinds.filter((kind) => choices.has(kind))
  const isJoined =
    choices.has('case') || choices.has('inReplyTo') || choices.has('to') || identities.length > writers.length
  if (writers.length === 0 || isJoined) return []
  const taken = takenBy(choices)
  const options = profiles
    .filter((column) => !taken.has(column) && /\b(id|ids|key|reply|response|thread)\b/.test(column.words))
    .map(({ name }) => name)
  if (options.length === 0) return []
  return [
    {
      field: 'case',
      question:
        'The company’s rows name neither a case nor whom they went to, so it can’t be told what was answered. Which column joins them?',
      options,
      assumed: 'all that a customer writes is one contact',
    },
  ]
}

function mayName(column: Profile): boolean {
  const { distinct, values, rows, meanWords, words } = column
  const isSaid = /\b(name|author|sender|person|people|party|who|from|remote|company|handle|profile)\b/.test(
    words,
  )
  return (
    isSaid &&
    !(aboutCompany.test(words) && !/^owner /.test(words)) &&
    distinct.size >= 5 &&
    values.length >= rows / 2 &&
    meanWords <= 5
  )
}

/** Tables that companies have beside those of interactions, by what their columns speak of. */
const otherTables = [
  {
    what: 'a list of employees',
    speaks: /\b(job title|fte|line manager|appraisal|salary|payroll|emp(loyee)? (no|id|number)|hire date)\b/,
    least: 3,
  },
  {
    what: 'a list of products',
    speaks: /\b(sku|stock|supplier|(unit )?price( [a-z]{3})?|art(icle)? (no|nr|number)|ean|barcode)\b/,
    least: 3,
  },
  {
    what: 'figures of days or teams',
    speaks:
      /^(calls |contacts )?(offered|handled|abandoned)$|\b(avg|average|aht|sla %|occupancy|service level|fcr)\b/,
    least: 3,
  },
]

/** Names of columns that only tables of what customers said or did have. */
const speaksOfCustomers =
  /\b(customer|client|caller|requester|reviewer|author|user)\b.*\b(id|no|number|name|e ?mail)\b|\b(complaints?|ticket|message|reviewer|requester|customer)$|\breview (text|body|title)\b/

/** Asks what a table is about that names nobody, no case, no text and no rating, or that speaks of something else: reading it would count nothing. */
export function askAboutShape(
  choices: Choices,
  times: TimeChoices,
  columns: readonly string[],
): MappingQuestion[] {
  const other = otherTables.find(
    ({ speaks, least }) => columns.filter((name) => speaks.test(toWords(name))).length >= least,
  )
  const isOther = other && !columns.some((name) => speaksOfCustomers.test(toWords(name)))
  if (isOther && !choices.has('case') && !choices.has('from')) {
    const question = `This looks like ${other.what}, not like what customers said or did. Is it? Then read another file; else say which column holds the customer's words.`
    return [{ field: 'text', question, options: [...columns], assumed: null }]
  }
  const who = choices.has('account') || choices.has('email') || choices.has('phone') || choices.has('name')
  const says =
    choices.has('text') || choices.has('case') || choices.has('rating') || choices.has('externalId')
  if (says || (who && times.time)) return []
  const question = who
    ? 'No column says when something happened or what was said: this looks like a list of customers, not of interactions. Which column holds the time or the text?'
    : 'No column was understood as customer, case, text or rating. Which column holds what the customer said or did?'
  return [{ field: who ? 'time' : 'text', question, options: [...columns], assumed: null }]
}
