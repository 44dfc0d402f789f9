import type { Report, ShareJson } from '../contract/report.ts'
import { isKnown } from '../core/base/cannot-say.ts'
import { sayEndpoint } from '../core/causes/say-endpoint.ts'
import { count } from './say-import.ts'

/** The report as a person reads it in a terminal; the same facts as the JSON, the most important first. */
export function sayReport(report: Report, workspace: string): string {
  return `${[
    saySources(report),
    sayCounts(report),
    sayReturns(report),
    sayHandOffs(report),
    sayCauses(report),
    sayCost(report),
    `See it in the browser: outside-in serve, workspace “${workspace}”.`,
  ]
    .map((lines) => [lines].flat().join('\n'))
    .join('\n\n')}\n`
}

function saySources({ sources, setAside }: Report): string[] {
  const lines = sources.map(
    ({ file, rows, interactions, duplicates, stateOnly, setAside }) =>
      `${file}: ${count(rows)} rows = ${count(interactions)} interactions + ${count(duplicates)} known before + ` +
      `${count(stateOnly)} that only repeat a state + ${count(setAside)} set aside`,
  )
  const reasons = setAside.map(
    ({ reason, count: rows, firstLine }) =>
      `  set aside: ${reason}, ${count(rows)} rows${firstLine === null ? '' : `, first in line ${firstLine}`}`,
  )
  return [...lines, ...reasons]
}

function sayCounts({ counts, period }: Report): string {
  const when = isKnown(period) ? `Between ${period.from.slice(0, 10)} and ${period.to.slice(0, 10)} ` : ''
  const who = isKnown(counts.customers)
    ? `${count(counts.customers)} people`
    : 'customers whom the records do not name'
  if (counts.contacts === 0 && counts.interactions > 0)
    return `${count(counts.interactions)} interactions of ${who} were read, and none is a contact: answers to surveys, and what systems note, are none.`
  const issues = isKnown(counts.issues) ? ` with ${count(counts.issues)} issues` : ''
  return `${when}${who} came ${count(counts.contacts)} times${issues}.`
}

function sayReturns({ returns, repeats, firstContactResolution }: Report): string[] {
  if (!isKnown(returns)) return [`Who came back: cannot say, because ${returns.cannotSay}.`]
  const lines = returns.map(({ windowDays, followed, contacts, share }, index) => {
    const same = isKnown(repeats) ? repeats[index]?.share : undefined
    const solved = isKnown(firstContactResolution) ? firstContactResolution[index]?.share : undefined
    return (
      `  within ${String(windowDays).padStart(2)} days  ${percent(share)} came back ` +
      `(${count(followed)} of ${count(contacts)} contacts)  about the same: ${percent(same)}  solved at once: ${percent(solved)}`
    )
  })
  return ['Who came back:', ...lines]
}

function percent(share: ShareJson | { cannotSay: string } | undefined): string {
  if (share === undefined || 'cannotSay' in share) return 'cannot say'
  const show = (value: number) => (value * 100).toFixed(1)
  return `${show(share.value)} % (${show(share.low)}–${show(share.high)})`
}

function sayHandOffs({ handOffs: { cases, spoken } }: Report): string[] {
  if (!isKnown(cases)) return [`Passed on: cannot say, because ${cases.cannotSay}.`]
  const told = isKnown(spoken) ? ` Told “another department” ${count(spoken)} times.` : ''
  return [
    `Passed on: ${count(cases.withHandOff)} of ${count(cases.cases)} cases changed teams, ${count(cases.handOffs)} times ` +
      `in all, at most ${cases.most}; ${count(cases.pingPong)} came back to a team that had them.${told}`,
  ]
}

function sayCauses({ causes, coverage, endpoint }: Report): string[] {
  if (!isKnown(causes)) return [`Causes: cannot say, because ${causes.cannotSay}.`]
  const lines = causes
    .slice(0, 10)
    .map(
      ({ name, contacts, share }) =>
        `  ${count(contacts).padStart(7)}  ${(share.value * 100).toFixed(1).padStart(4)} %  ${name}`,
    )
  const unread = isKnown(coverage)
    ? [`  ${count(coverage.unassigned.count)} of ${count(coverage.read)} texts are about none of these.`]
    : []
  const asked = endpoint === null ? [] : [`  ${sayEndpoint(endpoint)}`]
  return [`What they came about (${causes.length} causes):`, ...lines, ...unread, ...asked]
}

function sayCost({ costOfDoingNothing: cost }: Report): string {
  if (!isKnown(cost)) return `What doing nothing costs: cannot say, because ${cost.cannotSay}.`
  const money = (value: number) => count(Math.round(value / 1000) * 1000)
  return (
    `Left alone, this costs ${cost.currency} ${money(cost.low)} to ${money(cost.high)} in ${cost.months} months, ` +
    `on assumptions that you can change.`
  )
}
