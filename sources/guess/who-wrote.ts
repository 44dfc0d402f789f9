import { identityKinds } from '../../core/interactions/identity.ts'
import type { MappedField } from '../../core/interactions/mapping.ts'
import { commentAuthor, ticketReporter } from '../cut/comment-columns.ts'
import { type Choice, type Choices, holdsAddresses, takenBy } from './choose-fields.ts'
import { namesCaller, namesWriter, recipient } from './names.ts'
import { isListed, isUnique, type Profile, shareConstant, withoutList } from './profile.ts'

/** Columns of identities that name whoever wrote: where a column tells the sides apart, the customer on their own rows alone. */
export function findWriters(choices: Choices): readonly string[] {
  if (!choices.has('from')) return []
  const names = identityKinds.flatMap((kind) => choices.get(kind)?.column.name ?? [])
  return names.filter((name) => namesWriter(name) || namesCaller(name))
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
  const opener = findOpener(profiles, text)
  if (opener) return opener
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
  return null
}

/** The author of each message under the name that the record itself has for who opened it: `comments[].user.login` and `user.login`. */
function findOpener(profiles: readonly Profile[], text: Profile): Author | null {
  if (!isListed(text)) return null
  for (const column of profiles) {
    const opened = isListed(column) && profiles.find(({ name }) => name === withoutList(column.name))
    if (opened && namesPerson.test(column.words) && isSometimes(column, opened))
      return toAuthor(column, opened)
  }
  return null
}

function toAuthor(column: Profile, customer: Profile): Author {
  return { column, customer, because: `where it is the same as "${customer.name}", the customer wrote` }
}

const namesPerson =
  /\b(user|author|sender|creator|owner|from)( (id|login|name|user ?name|e ?mail|display name))?$/
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

/** Whom a row of the company went to. */
export function findRecipient(choices: Choices, profiles: readonly Profile[]): Choice | null {
  const taken = takenBy(choices)
  const column = profiles.find((one) => !taken.has(one) && recipient.test(one.words) && holdsAddresses(one))
  return column ? { column, because: 'answers went to whom it names' } : null
}

/**
 * What seems to name the customer by a number and does not: who wrote, where no column tells the sides apart; and, as addresses or
 * telephone numbers beside it show, a user who goes with many of them, who is one of our own people, and a contact of its
 * own in every row, which is no person.
 */
export function dropWrongAccount(choices: Map<MappedField, Choice>): void {
  const account = choices.get('account')
  if (!account) return
  const { words } = account.column
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
