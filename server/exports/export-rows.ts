import { z } from 'zod'
import { toIso } from '../../core/base/time.ts'
import type { CustomerReading } from '../../core/causes/read-customer.ts'
import type { Interaction } from '../../core/interactions/interaction.ts'
import { judgePromises } from '../../core/issues/judge-promises.ts'
import { countOptions } from '../../core/signals/count-options.ts'
import { signalKinds } from '../../core/signals/signal.ts'

export const exportKinds = [
  'interactions',
  'contacts',
  'issues',
  'causes',
  'drivers',
  'changes',
  'handoffs',
  'set-aside',
] as const
export type ExportKind = (typeof exportKinds)[number]

/** One row of an export: column to value, in the order of columns. */
export type ExportRow = Readonly<Record<string, string | number | boolean | null>>

type CauseNames = ReadonlyMap<string, string>

/** One row an interaction, with the contact, issue and cause it belongs to and the strength of each signal in it. */
export function interactionRows(
  { record, contacts, signals }: CustomerReading,
  causes: CauseNames,
  attributes: readonly string[],
): ExportRow[] {
  const contactOf = new Map(
    contacts.flatMap((contact) => contact.interactions.map(({ id }) => [id, contact] as const)),
  )
  const signalsOf = ({ id }: Interaction) => signals.get(id) ?? []
  const dues = new Map(
    judgePromises(record.interactions, signalsOf).map(({ interaction, due }) => [interaction.id, due]),
  )
  return record.interactions.map((interaction) => {
    const contact = contactOf.get(interaction.id)
    const cause = contact?.cause ?? null
    return {
      id: interaction.id,
      source: interaction.source,
      externalId: interaction.externalId,
      customer: record.isKnown ? record.customer : null,
      case: interaction.caseId,
      contact: contact?.id ?? null,
      issue: contact?.issue ?? null,
      cause,
      causeName: cause === null ? null : (causes.get(cause) ?? null),
      at: isoOf(interaction.at),
      channel: interaction.channel,
      from: interaction.from,
      team: interaction.team,
      agent: interaction.agent,
      text: interaction.text,
      ...signalColumns(signals.get(interaction.id) ?? []),
      optionsOffered: countOptions(interaction.text ?? '', signals.get(interaction.id) ?? []),
      promisedBy: isoOf(dues.get(interaction.id) ?? null),
      ...furtherColumns(interaction, attributes),
    }
  })
}

function signalColumns(signals: readonly { kind: string; strength: number }[]) {
  return Object.fromEntries(
    signalKinds.map((kind) => {
      const strengths = signals.filter((signal) => signal.kind === kind).map(({ strength }) => strength)
      return [kind, strengths.length === 0 ? null : Math.max(...strengths)]
    }),
  )
}

function furtherColumns(interaction: Interaction, attributes: readonly string[]) {
  const { category, rating, durationSeconds, kind } = interaction
  const kept = attributes.map((name) => [name, interaction.attributes[name] ?? null])
  return { kind, category, rating, durationSeconds, ...Object.fromEntries(kept) }
}

export function contactRows({ record, contacts }: CustomerReading, causes: CauseNames): ExportRow[] {
  return contacts.map((contact) => ({
    id: contact.id,
    issue: contact.issue,
    positionInIssue: contact.positionInIssue,
    customer: record.isKnown ? record.customer : null,
    source: contact.opener.source,
    case: contact.opener.caseId,
    at: isoOf(contact.at),
    channel: contact.opener.channel,
    cause: contact.cause,
    causeName: contact.cause === null ? null : (causes.get(contact.cause) ?? null),
    causeStrength: contact.causeStrength,
    language: contact.language,
    emotion: contact.emotion,
    effort: contact.effort,
    spokenHandOffs: contact.spokenHandOffs,
    minutesToNext: contact.minutesToNext,
    minutesToSame: contact.minutesToSame,
    interactions: contact.interactions.length,
    reason: contact.reason,
    rating: contact.rating,
  }))
}

export function issueRows({ record, issues }: CustomerReading, causes: CauseNames): ExportRow[] {
  return issues.map((issue) => ({
    id: issue.id,
    customer: record.isKnown ? record.customer : null,
    cause: issue.cause,
    causeName: issue.cause === null ? null : (causes.get(issue.cause) ?? null),
    firstAt: isoOf(issue.firstAt),
    lastAt: isoOf(issue.lastAt),
    contacts: issue.contacts.length,
    interactions: issue.interactions.length,
    cases: listed(issue.interactions.map(({ caseId }) => caseId)),
    channels: listed(issue.interactions.map(({ channel }) => channel)),
    teams: listed(issue.teams),
    handOffs: issue.handOffs.length,
    isPingPong: issue.isPingPong,
  }))
}

/** One row a hand-off within a case. */
export function handOffRows({ record, cases }: CustomerReading): ExportRow[] {
  return cases.flatMap(({ handOffs, interactions, issue, isPingPong }) =>
    handOffs.map(({ at, fromTeam, toTeam }, index) => ({
      source: interactions[0]?.source ?? null,
      case: interactions[0]?.caseId ?? null,
      issue,
      customer: record.isKnown ? record.customer : null,
      number: index + 1,
      at: isoOf(at),
      fromTeam,
      toTeam,
      isPingPong,
    })),
  )
}

function isoOf(at: number | null): string | null {
  return at === null ? null : toIso(at)
}

function listed(values: readonly (string | null)[]): string {
  return [...new Set(values.filter((value) => value !== null))].join('; ')
}

export const exportKindSchema = z.enum(exportKinds)
