import type { CauseRow } from '../../contract/screens.ts'
import { isKnown } from '../../core/base/cannot-say.ts'
import { paths } from '../paths.ts'
import { formatCount, formatShare, formatShareRange, startWithCapital } from '../ui/format.ts'
import type { Phrase, Sentence } from './overview/say-overview.ts'
import { sayShare } from './overview/say-share.ts'

/** The answer that a cause's page opens with: how many people, contacts and issues, and how often again. */
export function sayCause(cause: CauseRow, workspace: string): readonly Sentence[] {
  return [sayHowMany(cause, workspace), sayAgain(cause, workspace)]
}

function sayHowMany(cause: CauseRow, workspace: string): Sentence {
  const share = `${formatShare(cause.share.value)} of all, 95 % interval ${formatShareRange(cause.share.low, cause.share.high)}`
  const contacts: Phrase = {
    figure: formatCount(cause.contacts),
    href: paths.contacts(workspace, { cause: cause.id }),
    note: share,
  }
  const ofAll = `, ${formatShare(cause.share.value)} of all.`
  const noun = cause.contacts === 1 ? ' contact' : ' contacts'
  if (!isKnown(cause.customers) || !isKnown(cause.issues)) return [contacts, `${noun} about this${ofAll}`]
  const href = paths.issues(workspace, { cause: cause.id })
  return [
    { figure: formatCount(cause.customers), href, note: 'Open the issues of these people' },
    cause.customers === 1 ? ' person came with ' : ' people came with ',
    { figure: formatCount(cause.issues), href, note: 'Open the issues' },
    cause.issues === 1 ? ' issue in ' : ' issues in ',
    contacts,
    `${noun}${ofAll}`,
  ]
}

function sayAgain({ id, repeatShare }: CauseRow, workspace: string): Sentence {
  if (repeatShare === null)
    return ['How many of these people came back cannot be said: contacts are not joined to issues.']
  const { value, low, high, n } = repeatShare
  if (value === 0) return ['None of these contacts was a second one about the same issue.']
  const note = `${formatShare(value)} of ${formatCount(n)} contacts, 95 % interval ${formatShareRange(low, high)}`
  const figure = {
    figure: startWithCapital(sayShare(value)),
    href: paths.issues(workspace, { cause: id, minContacts: 2 }),
    note,
  }
  return [figure, ' of these contacts were from people who came back with an issue they had before.']
}
