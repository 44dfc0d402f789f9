import { describe, expect, it } from 'vitest'
import { causes } from './causes/causes.ts'
import { daysBefore, story } from './company.ts'
import { tellStory } from './tell-story.ts'
import { type IssueTruth, tellIssueTruth, tellPlanted, tellTruth } from './truth.ts'
import { defaultStory } from './walk.ts'

const issues = [...tellIssueTruth(defaultStory)]
const truths = [...tellTruth(defaultStory)]
const truthOf = new Map(truths.map((truth) => [truth.message_id, truth]))
const plantedSignals = [
  'acknowledgement',
  'optionOffered',
  'ownership',
  'promise',
  'ruleCited',
  'refusal',
  'deflection',
  'spokenHandOff',
] as const
const planted = tellPlanted(defaultStory.end)

/** Issues a day of a cause in the story before and since a day. */
function perDay(cause: string, daysBeforeEnd: number): { before: number; since: number } {
  const at = daysBefore(defaultStory.end, daysBeforeEnd)
  const all = issues.filter((issue) => issue.cause === cause)
  const before = all.filter((issue) => Date.parse(issue.firstAt) < at).length
  return { before: before / (story.lengthDays - daysBeforeEnd), since: (all.length - before) / daysBeforeEnd }
}

describe('the planted truth, at the default size', { timeout: 60_000 }, () => {
  it('holds each cause often enough to be seen', () => {
    for (const cause of causes) {
      expect(issues.filter((issue) => issue.cause === cause.id).length).toBeGreaterThan(25)
    }
  })

  it('has a change that helps and one that does not', () => {
    const [helps, idles] = story.changes
    const helped = perDay(helps.cause, helps.daysBeforeEnd)
    const idled = perDay(idles.cause, idles.daysBeforeEnd)
    expect(helped.since / helped.before).toBeLessThan(0.72)
    expect(idled.since / idled.before).toBeGreaterThan(0.8)
  })

  it('has a cause that starts on its day', () => {
    for (const { cause, at } of planted.onsets) {
      const starts = issues.filter((issue) => issue.cause === cause).map((issue) => issue.firstAt)
      expect(starts.every((start) => start >= at)).toBe(true)
    }
    expect(planted.onsets).toHaveLength(1)
  })

  it('has drivers that show in the attributes of the first interaction', () => {
    const firsts = new Map<string, { cause: string; row: Readonly<Record<string, unknown>> }>()
    for (const row of tellStory(defaultStory)) {
      const truth = truthOf.get(row.message_id)
      if (truth && !firsts.has(truth.issue)) firsts.set(truth.issue, { cause: truth.cause, row })
    }
    const lived = [...firsts.values()]
    for (const { attribute, value, cause, times } of planted.drivers) {
      const shareIn = (group: typeof lived) =>
        group.filter((first) => first.cause === cause).length / group.length
      const lift =
        shareIn(lived.filter(({ row }) => row[attribute] === value)) /
        shareIn(lived.filter(({ row }) => row[attribute] !== value))
      expect(lift, cause).toBeGreaterThan(1 + (times - 1) / 5)
    }
  })

  it('has next needs that follow more often than they come otherwise', () => {
    const lives = Map.groupBy(issues, (issue) => issue.person)
    const comesLater = (issue: IssueTruth, next: string) =>
      (lives.get(issue.person) ?? []).some((other) => other.cause === next && other.firstAt > issue.firstAt)
    const shareOf = (group: readonly IssueTruth[], next: string) =>
      group.filter((issue) => comesLater(issue, next)).length / group.length
    for (const { cause, next } of planted.nextNeeds) {
      const after = issues.filter((issue) => issue.cause === cause)
      const otherwise = issues.filter((issue) => issue.cause !== cause)
      expect(shareOf(after, next), cause).toBeGreaterThan(2 * shareOf(otherwise, next))
    }
  })

  it('carries every company signal, rising anger, and promises kept and broken', () => {
    const said = new Set(truths.flatMap((truth) => truth.signals))
    for (const signal of plantedSignals) expect(said).toContain(signal)
    for (const state of ['kept', 'broken'] as const) {
      expect(truths.filter((truth) => truth.promise === state).length).toBeGreaterThan(50)
    }
    const angry = truths.filter((truth) => truth.signals.includes('anger'))
    expect(angry.every((truth) => !truth.contact.endsWith('-1'))).toBe(true)
  })

  it('has issues that run across cases, channels and people', () => {
    const rows = [...tellStory(defaultStory)]
    const byIssue = [...Map.groupBy(rows, (row) => truthOf.get(row.message_id)?.issue).values()]
    const spread = (column: 'ticket_id' | 'channel' | 'agent') =>
      byIssue.filter(
        (group) => new Set(group.map((row) => row[column]).filter((value) => value !== '')).size > 1,
      )
    expect(spread('ticket_id').length).toBeGreaterThan(400)
    expect(spread('channel').length).toBeGreaterThan(250)
    expect(spread('agent').length).toBeGreaterThan(400)
  })
})
