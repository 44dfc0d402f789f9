import { Failure } from '../../contract/failures.ts'
import { causePageSchema } from '../../contract/screens.ts'
import { withCorrections } from '../../core/causes/prepare-understanding.ts'
import { type CustomerReading, readCustomer } from '../../core/causes/read-customer.ts'
import { defaultSettings } from '../../core/issues/settings.ts'
import { listCauses } from '../../store/causes.ts'
import { listCorrections } from '../../store/corrections.ts'
import { streamSample } from '../../store/partitions.ts'
import type { Connection } from '../../store/postgres/client.ts'
import { findReadingStamp } from '../../store/readings.ts'
import type { Scope } from '../../store/scope.ts'
import { streamSetAside } from '../../store/set-aside.ts'
import { listAttributeNames } from '../../store/what-there-is.ts'
import { understandRecord } from '../endpoint/understand-record.ts'
import { currentUnderstanding } from '../readings/current-understanding.ts'
import { groupByCustomer } from '../readings/group-by-customer.ts'
import { listCauseNames } from '../readings/reread-customer.ts'
import type { Service } from '../service.ts'
import { changeRows } from './change-rows.ts'
import { driverRows } from './driver-rows.ts'
import {
  contactRows,
  type ExportKind,
  type ExportRow,
  handOffRows,
  interactionRows,
  issueRows,
} from './export-rows.ts'

/** The rows of an export, one customer at a time, so that it takes no more memory for more of them. */
export async function* streamExport(
  service: Service,
  scope: Scope,
  kind: ExportKind,
): AsyncGenerator<ExportRow> {
  const client = await service.store.pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    if (kind === 'set-aside') yield* setAsideRows(client, scope)
    else if ((await findReadingStamp(service.store.pool, scope)) === null) throw nothingRead()
    else if (kind === 'causes') yield* causeRows(service, scope)
    else if (kind === 'drivers') yield* allDriverRows(service, scope)
    else if (kind === 'changes') yield* changeRows(service, scope)
    else yield* customerRows(service, client, scope, kind)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

function nothingRead(): Failure {
  return new Failure(
    'notFound',
    'Nothing has been read into this workspace yet.',
    'Read a file first: outside-in read FILE',
  )
}

async function* customerRows(
  service: Service,
  client: Connection,
  scope: Scope,
  kind: Exclude<ExportKind, 'set-aside' | 'causes' | 'drivers' | 'changes'>,
): AsyncGenerator<ExportRow> {
  const causes = await listCauseNames(service, scope)
  const attributes = kind === 'interactions' ? await listAttributeNames(service.store.pool, scope) : []
  const rowsOf = (reading: CustomerReading) => {
    if (kind === 'interactions') return interactionRows(reading, causes, attributes)
    if (kind === 'contacts') return contactRows(reading, causes)
    return kind === 'issues' ? issueRows(reading, causes) : handOffRows(reading)
  }
  const { pool } = service.store
  const understanding = withCorrections(
    await currentUnderstanding(service, scope),
    await listCorrections(pool, scope),
  )
  const settings = defaultSettings
  const everybody = 1
  for await (const record of groupByCustomer(streamSample(client, scope, everybody))) {
    const own = await understandRecord(pool, scope, { understanding, settings }, record)
    yield* rowsOf(readCustomer(record, own, settings))
  }
}

async function* allDriverRows({ store }: Service, scope: Scope): AsyncGenerator<ExportRow> {
  for (const { document } of await listCauses(store.pool, scope))
    yield* driverRows(causePageSchema.parse(document))
}

async function* causeRows({ store }: Service, scope: Scope): AsyncGenerator<ExportRow> {
  for (const { document } of await listCauses(store.pool, scope)) {
    const { cause, onset } = causePageSchema.parse(document)
    yield {
      id: cause.id,
      name: cause.name,
      from: cause.from,
      issues: typeof cause.issues === 'number' ? cause.issues : null,
      contacts: cause.contacts,
      customers: typeof cause.customers === 'number' ? cause.customers : null,
      share: cause.share.value,
      shareLow: cause.share.low,
      shareHigh: cause.share.high,
      onset: onset?.week ?? null,
      onsetEarliest: onset?.earliest ?? null,
      onsetLatest: onset?.latest ?? null,
      onsetTimes: onset?.ratio.value ?? null,
      words: cause.words.join('; '),
      example: cause.examples[0]?.text ?? null,
    }
  }
}

async function* setAsideRows(client: Connection, scope: Scope): AsyncGenerator<ExportRow> {
  for await (const rows of streamSetAside(client, scope, null)) {
    for (const { file, line, reason, detail, raw } of rows) {
      yield { file, line, reason, detail, raw: new TextDecoder().decode(raw) }
    }
  }
}
