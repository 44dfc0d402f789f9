import { identityKinds } from '../../core/interactions/identity.ts'
import type { MappedField } from '../../core/interactions/mapping.ts'
import { addressOf, isOwn } from '../../core/interactions/own-addresses.ts'
import { commentAuthor, ticketReporter } from '../cut/comment-columns.ts'
import { type Choice, type Choices, holdsAddresses, takenBy } from './choose-fields.ts'
import { namesCaller, namesWriter, recipient } from './names.ts'
import { isListed, isUnique, type Profile, shareConstant, withoutList } from './profile.ts'
import { customerValuesOf } from './sides.ts'

/** Columns of identities that name whoever wrote: where a column tells the sides apart, the customer on their own rows alone. */
export function findWriters(choices: Choices): readonly string[] {
  const from = choices.get('from')?.column
  if (!from) return []
  const columns = identityKinds.flatMap((kind) => choices.get(kind)?.column ?? [])
  return columns
    .filter((one) => one === from || namesWriter(one.name) || namesCaller(one.name) || isOther(one, choices))
    .map(({ name }) => name)
}

/** Whether the company's rows of a case name somebody else there than the customer's do. */
function isOther(column: Profile, choices: Choices): boolean {
  const [from, caseOf] = [choices.get('from')?.column, choices.get('case')?.column]
  const theirs = new Set(from ? customerValuesOf(from) : [])
  if (!from || !caseOf || theirs.size === 0) return false
  const cases = new Map<string, readonly [Set<string>, Set<string>]>()
  column.cells.forEach((value, at) => {
    const side = from.cells[at] ?? ''
    if (value === '' || side === '') return
    const known = cases.get(caseOf.cells[at] ?? '') ?? [new Set<string>(), new Set<string>()]
    known[theirs.has(side) ? 0 : 1].add(value)
    cases.set(caseOf.cells[at] ?? '', known)
  })
  const both = [...cases.values()].filter(([customer, company]) => customer.size > 0 && company.size > 0)
  const apart = both.filter(([customer, company]) => customer.isDisjointFrom(company)).length
  return both.length >= 3 && apart > both.length * 0.8
}

export type Author = Choice & { readonly customer: Profile }

/**
 * Where nothing else tells the sides apart: a column of authors, and one of customers whom some of the authors are, such as the
 * requester's number beside that of each comment's author. What stays the same within a case says who opened it.
 */
export function findAuthor(choices: Choices, profiles: readonly Profile[]): Author | null {
  const [text, caseOf] = [choices.get('text')?.column, choices.get('case')?.column]
  if (text === undefined || caseOf === undefined || choices.has('from')) return null
  const named = (name: string) => profiles.find((column) => column.name === name)
  const [commenter, reporter] = [named(commentAuthor), named(ticketReporter)]
  if (commenter && reporter) return toAuthor(commenter, reporter)
  const customers = profiles.filter(({ words }) => namesRequester.test(words))
  const authors = profiles
    .filter((column) => namesAuthor.test(column.words) && isListed(column) === isListed(text))
    .map((column) => ({ column, constant: shareConstant(column, caseOf) }))
    .filter(({ constant }) => constant <= 0.9)
    .sort((left, right) => left.constant - right.constant)
  for (const { column } of authors) {
    const customer = customers.find((one) => isSometimes(column, one))
    if (customer !== undefined) return toAuthor(column, customer)
  }
  return findOpener(choices, profiles, text)
}

/** The author of each message under the name that the record itself has for who opened it: `comments[].user.login` and `user.login`. */
function findOpener(choices: Choices, profiles: readonly Profile[], text: Profile): Author | null {
  if (!isListed(text)) return null
  for (const column of profiles) {
    const opened = isListed(column) && profiles.find(({ name }) => name === withoutList(column.name))
    if (!opened || opened === choices.get('agent')?.column) continue
    if (namesPerson.test(column.words) && isSometimes(column, opened)) return toAuthor(column, opened)
  }
  return null
}

function toAuthor(column: Profile, customer: Profile): Author {
  return { column, customer, because: `where it is the same as "${customer.name}", the customer wrote` }
}

const namesPerson = /\b(user|author|sender|creator)( (id|login|name|user ?name|e ?mail|display name))?$/
const namesAuthor =
  /\b(author|sender|writer|created by|creator|posted by|comment by|from)( (id|name|e ?mail|user|user id))?$/
const namesRequester =
  /\b(requester|requestor|reporter|customer|contact|client|caller|end user|submitter)( (id|name|e ?mail|user id))?$/

/** As often as in a conversation: neither always, as where customers open their cases, nor hardly ever. */
function isSometimes(author: Profile, customer: Profile): boolean {
  const told = author.cells.filter((name, at) => name !== '' && (customer.cells[at] ?? '') !== '').length
  const same = author.cells.filter((name, at) => name !== '' && name === customer.cells[at]).length
  return told > author.rows / 2 && same > told * 0.1 && same < told * 0.9
}

/** A writer's column and a recipient's, where one of the two is always the company. */
export type OwnParty = {
  readonly from: Profile
  readonly to: Profile
  readonly companyValues: readonly string[]
}

/**
 * Where no column tells the sides apart: whoever stands on one side of nearly every row, and now on this, now on that, is the
 * company: an address, a name, or a domain under which several of our people write. Of two such parties, one large client's
 * and ours, it is the one that is called as companies call theirs; else nobody knows.
 */
export function findOwnParty(choices: Choices, profiles: readonly Profile[]): OwnParty | null {
  if (choices.has('from')) return null
  const to = profiles.find(({ words }) => recipient.test(words))
  const from = profiles.find(({ words }) => sender.test(words))
  if (!to || !from) return null
  // Without addresses, from and to may be places, states or plans.
  const arePeople = [from, to].every(({ words }) => /user ?name|handle|\bname$/.test(words))
  if (!(holdsAddresses(from) && holdsAddresses(to)) && !arePeople) return null
  const rows = from.cells
    .map((cell, at) => [cell, to.cells[at] ?? ''] as const)
    .filter(([wrote, got]) => wrote !== '' && got !== '')
  if (rows.length < 10 || rows.length < from.rows * nearlyAll) return null
  const counts = new Map<string, number>()
  for (const party of rows.flat().flatMap(partiesOf)) counts.set(party, (counts.get(party) ?? 0) + 1)
  const often = [...counts].filter(([, count]) => count > rows.length * nearlyAll).map(([party]) => party)
  const found = often.filter((own) => isOneEnd(own, rows))
  const apart = found.filter((own) => !found.some((other) => other !== own && isOwn([other], own)))
  const [own] = apart.length > 1 ? apart.filter((one) => isCalledOurs(one, rows)) : apart
  const isSure = own !== undefined && !apart.some((one) => one !== own && isCalledOurs(one, rows))
  return isSure ? { from, to, companyValues: [own] } : null
}

const nearlyAll = 0.9
const sender = /^(from|sender|author|od|van|von)( (address|e ?mail|number|user ?name|name|handle))?$/
const ourNames =
  /(^|[._-])(support|help|helpdesk|service|customerservice|care|info|contact|hello|team|sales|orders|billing|office|no-?reply|bok|kontakt|kundenservice|klantenservice)([._-]|$)/

type Ends = readonly [string, string]

function isOneEnd(own: string, rows: readonly Ends[]): boolean {
  const sides = rows.map(([wrote, got]) => [isOwn([own], wrote), isOwn([own], got)] as const)
  const apart = sides.filter(([wrote, got]) => wrote !== got).length
  const ours = sides.filter(([wrote]) => wrote).length / rows.length
  return apart > rows.length * nearlyAll && ours > 0.05 && ours < 0.95
}

/** Whether some of its addresses are of no person. */
function isCalledOurs(own: string, rows: readonly Ends[]): boolean {
  return rows
    .flat()
    .some((value) => isOwn([own], value) && ourNames.test(addressOf(value)?.split('@')[0] ?? ''))
}

/** Takes the sides of rows from who the company is. */
export function setOwnParty(choices: Map<MappedField, Choice>, { from, to, companyValues }: OwnParty): void {
  const because = `“${companyValues.join(', ')}” writes or is written to in nearly every row, so it is the company`
  const kind = holdsAddresses(from) ? (from.emails > 0.4 ? 'email' : 'phone') : 'account'
  if (!choices.has(kind)) choices.set(kind, { column: from, because: 'it names who wrote' })
  choices.set('from', { column: from, because })
  choices.set('to', { column: to, because: 'answers went to whom it names' })
}

/** As whom an address or a name may be known: under its domain, too, but for one where everybody may have an address. */
function partiesOf(value: string): string[] {
  const address = addressOf(value)
  if (address === null) return [value]
  const domain = address.slice(address.indexOf('@'))
  return providers.test(domain) ? [address] : [domain, address]
}

const providers =
  /^@(gmail|googlemail|outlook|hotmail|yahoo|icloud|gmx|web|aol|proton|protonmail|live|msn|mail|orange|wanadoo|free|laposte|sfr|t-online|freenet|bluewin|libero|tiscali|virgilio|alice|btinternet|sky|virginmedia|comcast|verizon|att|sbcglobal|qq|163|126|naver|yandex|wp|o2|onet|interia|seznam|ziggo|kpnmail|telenet|terra|uol|bol)\./

/** Whom a row of the company went to. */
export function findRecipient(choices: Choices, profiles: readonly Profile[]): Choice | null {
  const taken = takenBy(choices)
  const column = profiles.find((one) => !taken.has(one) && recipient.test(one.words) && holdsAddresses(one))
  return column ? { column, because: 'answers went to whom it names' } : null
}

/**
 * What seems to name the customer by a number and does not: who wrote, where no column tells the sides apart; and, as addresses or
 * telephone numbers beside it show, a user who goes with many of them, who is one of our own people, and a contact of its
 * own in every row, which is no person; and what is called like its case.
 */
export function dropWrongAccount(choices: Map<MappedField, Choice>): void {
  const account = choices.get('account')
  if (!account) return
  const { words } = account.column
  const caseOf = choices.get('case')?.column
  const sameAsCase = account.column.cells.filter(
    (name, at) => name !== '' && name === caseOf?.cells[at],
  ).length
  const isKnownElse = choices.has('email') || choices.has('phone')
  if (isKnownElse && account.column !== caseOf && sameAsCase > account.column.rows * 0.3)
    choices.delete('account')
  const { rows, accounts, addresses } = countPairs(account.column, choices)
  if (/^(author|sender) /.test(words) && !choices.has('from')) choices.delete('account')
  else if (/^(user|user ?name|user id|login)$/.test(words) && addresses >= 4 * accounts && rows > 0) {
    choices.delete('account')
    if (!choices.has('agent'))
      choices.set('agent', {
        ...account,
        because: 'each goes with many customers, so it names our own people',
      })
  } else if (words === 'contact id' && isUnique(account.column) && addresses < rows * 0.9) {
    choices.delete('account')
    if (!choices.has('case'))
      choices.set('case', {
        ...account,
        because: 'every row has its own, and customers come again under another',
      })
  }
}

/** Rows in which both an account and an address stand, and how many of each there are. */
function countPairs(account: Profile, choices: Choices) {
  const accounts = new Set<string>()
  const addresses = new Set<string>()
  let rows = 0
  account.cells.forEach((name, at) => {
    const address = choices.get('email')?.column.cells[at] || choices.get('phone')?.column.cells[at]
    if (name === '' || !address) return
    rows += 1
    accounts.add(name)
    addresses.add(address)
  })
  return { rows, accounts: accounts.size, addresses: addresses.size }
}
