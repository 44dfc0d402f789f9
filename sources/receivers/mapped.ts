import type { Mapping } from '../../core/interactions/mapping.ts'
import { jsonRows } from '../formats/json.ts'
import { isRecord, otherFields } from '../formats/json-cells.ts'
import { mapRow } from '../mapping/map-row.ts'
import { planMapping } from '../mapping/plan.ts'
import type { Problem } from '../row.ts'
import { type Heard, type Hearing, joinHeard, notHeard } from './heard.ts'

/** How a system that we do not know writes: its fields, and which of them tells what. */
export type Mapped = { readonly columns: readonly string[]; readonly mapping: Mapping }

/** JSON of any shape, through a mapping kept in the workspace: one object, or a list of them, bare or in one field. */
export function hearMapped(hearing: Hearing, sent: unknown, mapped: Mapped | null): Heard {
  if (mapped === null) return notHeard(noMapping, sent)
  const mapping = { ...mapped.mapping, source: hearing.source }
  // What later messages hold besides goes there, so that none is lost.
  const columns = [...new Set([...mapped.columns, otherFields])]
  const plan = planMapping(mapping, columns)
  return joinHeard(
    recordsIn(sent).map((record) => {
      if (!isRecord(record)) return notHeard(noObject, record)
      const rows = jsonRows(columns)({ record, line: 1, text: JSON.stringify(record) })
      return joinHeard(
        rows.map((row) => {
          const outcome = row.problem ?? mapRow(plan, row.cells, 0, hearing.now)
          if (!('interaction' in outcome)) return notHeard(outcome, record)
          return { facts: [{ ...outcome, revises: null }], setAside: [], passedOver: 0 }
        }),
      )
    }),
  )
}

/** The objects in what was sent: a list, the only list in an envelope of one field, or the one object itself. */
export function recordsIn(sent: unknown): readonly unknown[] {
  if (Array.isArray(sent)) return sent
  if (!isRecord(sent)) return [sent]
  const values = Object.values(sent)
  const [only] = values
  return values.length === 1 && Array.isArray(only) && only.some(isRecord) ? only : [sent]
}

const noMapping: Problem = {
  reason: 'no mapping yet',
  detail: 'Say on the connector’s page which field tells what, then read it again.',
}

const noObject: Problem = { reason: 'not an object', detail: 'It is no json object with named fields.' }
