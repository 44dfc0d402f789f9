import { describe, expect, it } from 'vitest'
import { caseIdOf, causeId } from '../core/base/ids.ts'
import { dayMs } from '../core/base/time.ts'
import type { Interaction } from '../core/interactions/interaction.ts'
import { compareContacts } from '../core/issues/contact.ts'
import { countHandOffs } from '../core/issues/count-hand-offs.ts'
import { groupIntoContacts } from '../core/issues/group-into-contacts.ts'
import { groupIntoIssues } from '../core/issues/group-into-issues.ts'
import { defaultSettings } from '../core/issues/settings.ts'
import { tellStory } from './tell-story.ts'
import { toInteraction } from './test-kit.ts'
import { type HandOffTruth, tellCaseTruth, tellIssueTruth, tellTruth } from './truth.ts'
import { defaultStory } from './walk.ts'

const truths = new Map([...tellTruth(defaultStory)].map((truth) => [truth.message_id, truth]))
const interactions = [...tellStory(defaultStory)].map(toInteraction)

function truthOf(externalId: string) {
  const truth = truths.get(externalId)
  if (truth === undefined) throw new Error(`no truth of ${externalId}`)
  return truth
}

describe('tellTruth', { timeout: 60_000 }, () => {
  it('knows each interaction of the story once', () => {
    expect(truths.size).toBe(interactions.length)
    expect(interactions.every(({ externalId }) => truths.has(externalId))).toBe(true)
  })

  it('agrees with the definition of a contact, read from the rows of each true person', () => {
    const mixed: string[] = []
    for (const [, entries] of Map.groupBy(interactions, (entry) => truthOf(entry.externalId).person)) {
      const read = groupIntoContacts(entries, defaultSettings)
      for (const contact of read) {
        if (new Set(contact.interactions.map((entry) => truthOf(entry.externalId).contact)).size > 1) {
          mixed.push(contact.id)
        }
      }
      const told = new Set(entries.map((entry) => truthOf(entry.externalId).contact))
      if (read.length !== told.size) mixed.push(entries[0]?.externalId ?? '')
    }
    expect(mixed).toEqual([])
  })

  it('agrees with the definition of an issue, read from the true contacts and causes', () => {
    const mixed: string[] = []
    for (const [, entries] of Map.groupBy(interactions, (entry) => truthOf(entry.externalId).person)) {
      const contacts = groupIntoContacts(entries, defaultSettings)
        .toSorted(compareContacts)
        .map((contact) => ({
          ...contact,
          cause: causeId(truthOf(contact.opener.externalId).cause),
          causeStrength: 1,
          otherness: () => null,
          numbers: () => new Set<string>(),
          refersBack: () => false,
        }))
      const issues = groupIntoIssues(contacts, defaultSettings)
      for (const issue of issues) {
        const named = new Set(issue.contacts.map((contact) => truthOf(contact.opener.externalId).issue))
        if (named.size > 1) mixed.push(issue.id)
      }
      const told = new Set(entries.map((entry) => truthOf(entry.externalId).issue))
      if (issues.length !== told.size) mixed.push(entries[0]?.externalId ?? '')
    }
    expect(mixed).toEqual([])
  })

  it('counts the hand-offs of cases and issues as they are read from the rows', () => {
    const readOf = (entries: readonly Interaction[] | undefined) => {
      const { handOffs, isPingPong } = countHandOffs(entries ?? [])
      return `${handOffs.length} ${isPingPong}`
    }
    const saidOf = (truth: HandOffTruth) => `${truth.handOffs} ${truth.isPingPong}`
    const cases = Map.groupBy(interactions, (entry) => entry.caseId)
    const allCases = [...tellCaseTruth(defaultStory)]
    expect(allCases.map((truth) => readOf(cases.get(caseIdOf(truth.ticket_id))))).toEqual(
      allCases.map(saidOf),
    )
    const issues = Map.groupBy(interactions, (entry) => truthOf(entry.externalId).issue)
    const allIssues = [...tellIssueTruth(defaultStory)]
    expect(allIssues.map((truth) => readOf(issues.get(truth.issue)))).toEqual(allIssues.map(saidOf))
  })

  it('keeps two issues of one person about one cause more than the gap apart', () => {
    const all = [...tellIssueTruth(defaultStory)]
    for (const [, issues] of Map.groupBy(all, ({ person, cause }) => `${person} ${cause}`)) {
      const ordered = issues.toSorted((left, right) => Date.parse(left.firstAt) - Date.parse(right.firstAt))
      for (const [index, issue] of ordered.entries()) {
        const before = ordered[index - 1]
        if (before === undefined) continue
        expect(Date.parse(issue.firstAt) - Date.parse(before.lastAt)).toBeGreaterThan(30 * dayMs)
      }
    }
  })
})
