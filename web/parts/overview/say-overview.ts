import type { Report } from '../../../contract/report.ts'
import { isKnown } from '../../../core/base/cannot-say.ts'
import { paths } from '../../paths.ts'
import {
  formatCount,
  formatDay,
  formatMoney,
  formatShare,
  formatShareRange,
  plural,
  startWithCapital,
} from '../../ui/format.ts'
import { noCause, toCostView } from '../../views.ts'
import { sayShare, sayWhole } from './say-share.ts'

/** A piece of a sentence: plain words, or a figure that opens its evidence. */
export type Phrase = string | { readonly figure: string; readonly href: string; readonly note: string }
export type Sentence = readonly Phrase[]

/** The answer that the overview opens with: who came, who had to come back, what leaving it alone costs. */
export function sayOverview(report: Report, workspace: string): readonly Sentence[] {
  if (report.counts.contacts === 0) return [sayNoContact(report)]
  const cameBack = isKnown(report.counts.customers)
    ? sayWhoCameBack(report, workspace)
    : sayPassedOn(report, workspace)
  return [sayWhoCame(report, workspace), cameBack, sayCost(report, workspace)].filter(
    (sentence) => sentence.length > 0,
  )
}

function sayNoContact({ counts }: Report): Sentence {
  const { interactions, customers } = counts
  const who = isKnown(customers)
    ? ` of ${formatCount(customers)} ${customers === 1 ? 'person' : 'people'}`
    : ''
  return [
    `Your records hold ${formatCount(interactions)} ${interactions === 1 ? 'interaction' : 'interactions'}${who}, and in none of them did anybody turn to you: answers to surveys, and what systems note, are no contacts.`,
  ]
}

function sayWhoCame(report: Report, workspace: string): Sentence {
  const { customers, issues, contacts } = report.counts
  if (!isKnown(customers)) return sayWithoutPeople(report, workspace, customers.cannotSay)
  const people = figure(formatCount(customers), paths.issues(workspace), 'Open the issues of these people')
  const verb = customers === 1 ? ' person came to you with ' : ' people came to you with '
  const what = isKnown(issues)
    ? [
        figure(formatCount(issues), paths.issues(workspace), 'Open the issues'),
        issues === 1 ? ' issue.' : ' issues.',
      ]
    : [
        figure(formatCount(contacts), paths.contacts(workspace), 'Open the contacts'),
        contacts === 1 ? ' contact.' : ' contacts.',
      ]
  return [sayPeriod(report), people, verb, ...what]
}

function sayPeriod(report: Report): string {
  if (!isKnown(report.period)) return ''
  const from = formatDay(report.period.from)
  const to = formatDay(report.period.to)
  return from === to ? `On ${from} ` : `Between ${from} and ${to}, `
}

function sayWithoutPeople(report: Report, workspace: string, reason: string): Sentence {
  const contacts = figure(formatCount(report.counts.contacts), paths.contacts(workspace), 'Open the contacts')
  const { cases } = report.counts
  const inCases =
    isKnown(cases) && cases !== report.counts.contacts
      ? [
          ' in ',
          figure(formatCount(cases), paths.contacts(workspace), 'Open the contacts with their cases'),
          ' cases',
        ]
      : []
  return [
    'Your records hold ',
    contacts,
    report.counts.contacts === 1 ? ' contact' : ' contacts',
    ...inCases,
    `. How many people are behind them, and who had to come back, cannot be said: ${endSentence(reason)}`,
  ]
}

function sayWhoCameBack(report: Report, workspace: string): Sentence {
  const resolution = report.firstContactResolution
  if (!isKnown(resolution)) return sayReturn(report, workspace) ?? sayWhyNot(resolution.cannotSay)
  const longest = resolution.findLast((one) => isKnown(one.share))
  if (longest === undefined || !isKnown(longest.share)) {
    return sayWhyNot('no issue has been watched for long enough')
  }
  const { value, low, high, n } = longest.share
  const note = `${formatShare(1 - value)} of ${formatCount(n)} issues within ${longest.windowDays} days, 95 % interval ${formatShareRange(1 - high, 1 - low)}`
  if (value === 1)
    return [`For none of them did anyone have to come back within ${plural(longest.windowDays, 'day')}.`]
  return [
    'For ',
    figure(sayShare(1 - value), paths.issues(workspace, { minContacts: 2 }), note),
    ' of them they had to come back.',
  ]
}

/** Whether about the same or not, where that is not known. */
function sayReturn({ returns }: Report, workspace: string): Sentence | null {
  const within = isKnown(returns) ? returns.findLast(({ share }) => isKnown(share)) : undefined
  if (within === undefined || !isKnown(within.share)) return null
  const { windowDays, share } = within
  const note = `${formatCount(within.followedObserved)} of ${formatCount(share.n)} contacts, 95 % interval ${formatShareRange(share.low, share.high)}`
  return [
    'After ',
    figure(sayShare(share.value), paths.contacts(workspace, { followedWithin: windowDays }), note),
    ` of these contacts the same person came back within ${windowDays} days; whether about the same cannot be said.`,
  ]
}

function sayWhyNot(reason: string): Sentence {
  return [`Who had to come back cannot be said: ${endSentence(reason)}`]
}

/** Where nobody can be seen to come back, being passed on is the nearest thing the records tell; or nothing is. */
function sayPassedOn(report: Report, workspace: string): Sentence {
  const { cases } = report.handOffs
  if (!isKnown(cases) || cases.cases === 0) return []
  const note = `${formatCount(cases.withHandOff)} of ${formatCount(cases.cases)} cases`
  const share = startWithCapital(sayShare(cases.withHandOff / cases.cases))
  return [
    figure(share, paths.cases(workspace, { handedOff: 'yes' }), note),
    ' of the cases were passed on to another team.',
  ]
}

function sayCost(report: Report, workspace: string): Sentence {
  const cost = report.costOfDoingNothing
  if (!isKnown(cost)) return [`What doing nothing costs cannot be said: ${endSentence(cost.cannotSay)}`]
  const { low, high } = cost.dearest.causes === 0 ? cost : cost.dearest
  const who = nameDearest(cost.dearest.causes)
  const range = `${formatMoney(low, cost.currency)} to ${formatMoney(high, cost.currency)}`
  const horizon = cost.months === 12 ? 'over the next twelve months.' : `over the next ${cost.months} months.`
  return [
    `Left alone, ${who} will cost `,
    figure(range, paths.cost(workspace, toDearest(cost)), 'Open the cost and its assumptions'),
    ` ${horizon}`,
  ]
}

type Cost = Exclude<Report['costOfDoingNothing'], { cannotSay: string }>

/** The cost of just those causes, which come first. */
function toDearest({ byCause, dearest }: Cost) {
  const others = dearest.causes === 0 ? [] : byCause.filter(({ id }) => id !== noCause).slice(dearest.causes)
  return toCostView('', dearest.causes === 0 ? [] : [noCause, ...others.map(({ id }) => id)])
}

function nameDearest(causes: number): string {
  if (causes === 0) return 'these contacts'
  return causes === 1 ? 'the dearest cause' : `the ${sayWhole(causes)} dearest causes`
}

function figure(text: string, href: string, note: string): Phrase {
  return { figure: text, href, note }
}

function endSentence(reason: string): string {
  const text = reason.trim().replace(/\.$/, '')
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}.`
}
