import { type RawBuilder, sql } from 'kysely'
import {
  type CustomerId,
  caseIdOf,
  customerId,
  type Identity,
  identityOf,
  interactionId,
} from '../../core/base/ids.ts'
import type { Interaction, InteractionKind, Side } from '../../core/interactions/interaction.ts'
import type { Scope } from '../scope.ts'

/** An interaction with the identity under which it is kept and the customer whom that identity belongs to. */
export type StoredInteraction = Interaction & { readonly identity: Identity; readonly customer: CustomerId }

export type InteractionRow = {
  readonly id: string
  readonly identity: string
  readonly customer: string
  readonly source: string
  readonly externalId: string
  readonly sequence: number
  readonly at: number | null
  readonly identities: readonly string[] | null
  readonly caseId: string | null
  readonly caseOpenedAt: number | null
  readonly kind: InteractionKind
  readonly side: Side
  readonly channel: string | null
  readonly team: string | null
  readonly agent: string | null
  readonly text: string | null
  readonly category: string | null
  readonly rating: number | null
  readonly durationSeconds: number | null
  readonly attributes: Readonly<Record<string, string>> | null
}

/** All but the customer. */
export const bareColumns =
  sql.raw(`i.id, i.identity, i.source, i.external_id as "externalId", i.sequence, i.at, i.identities, i.case_id as "caseId",
  i.case_opened_at as "caseOpenedAt", i.kind, i.side, i.channel, i.team, i.agent, i.text, i.category, i.rating,
  i.duration_seconds as "durationSeconds", i.attributes`)

/** What `fromRow` reads, of `interactions i`. */
export function columnsOwnedBy(customer: RawBuilder<unknown>) {
  return sql`${customer} as customer, ${bareColumns}`
}

/** With `identities d` joined to the left. */
export const interactionColumns = columnsOwnedBy(sql`coalesce(d.customer, i.identity)`)

/** Of `interactions i`, those that no correction or withdrawal took the place of. */
export const counted = sql<boolean>`not exists (
  select from superseded gone where gone.workspace_id = i.workspace_id and gone.id = i.id)`

/**
 * `interactions i` kept under these identities, each of which is named once. Each is looked for in the one partition that
 * holds it; asked for together, they would be looked for in all.
 */
export function interactionsUnder(scope: Scope, identities: readonly string[]): RawBuilder<unknown> {
  return sql`unnest(${identities}::text[]) w (identity) cross join lateral (
    select * from interactions x where x.workspace_id = ${scope} and x.identity = w.identity offset 0) i`
}

const noAttributes = {}

export function fromRow(row: InteractionRow): StoredInteraction {
  const identity = identityOf(row.identity)
  return {
    id: interactionId(row.id),
    source: row.source,
    externalId: row.externalId,
    sequence: row.sequence,
    at: row.at,
    identities: row.identities === null ? [identity] : row.identities.map(identityOf),
    caseId: row.caseId === null ? null : caseIdOf(row.caseId),
    caseOpenedAt: row.caseOpenedAt,
    kind: row.kind,
    from: row.side,
    channel: row.channel,
    team: row.team,
    agent: row.agent,
    text: row.text,
    category: row.category,
    rating: row.rating,
    durationSeconds: row.durationSeconds,
    attributes: row.attributes ?? noAttributes,
    identity,
    customer: customerId(row.customer),
  }
}

/** The columns of `interactions`, but for the workspace. */
export function toRow({ interaction, identity }: { interaction: Interaction; identity: Identity }) {
  const { identities, attributes } = interaction
  const isNamedAlone = identities.length === 1 && identities[0] === identity
  return {
    identity,
    id: interaction.id,
    source: interaction.source,
    externalId: interaction.externalId,
    sequence: interaction.sequence,
    at: interaction.at,
    identities: isNamedAlone ? null : identities,
    caseId: interaction.caseId,
    caseOpenedAt: interaction.caseOpenedAt,
    kind: interaction.kind,
    side: interaction.from,
    channel: interaction.channel,
    team: interaction.team,
    agent: interaction.agent,
    text: interaction.text,
    category: interaction.category,
    rating: interaction.rating,
    durationSeconds: interaction.durationSeconds,
    attributes: Object.keys(attributes).length === 0 ? null : attributes,
  }
}
