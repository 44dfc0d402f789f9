import type { IssueRow } from '../../contract/screens.ts'
import type { Thread as ThreadJson } from '../../contract/thread.ts'
import { toIso } from '../../core/base/time.ts'
import type { Thread } from '../../core/issues/draw-thread.ts'
import type { StoredIssue } from '../../store/issues.ts'
import type { Sight } from './sight.ts'

export type CauseNames = ReadonlyMap<string, string>

export function toIssueRow(issue: StoredIssue, thread: Thread, causes: CauseNames, sight: Sight): IssueRow {
  const { id, customer, hasCustomer, causeId, firstAt, lastAt, contacts, handOffs, isPingPong } = issue
  return {
    id,
    customer: hasCustomer ? sight.identity(customer) : null,
    cause: toCauseName(causeId, causes),
    firstAt: firstAt === null ? null : toIso(firstAt),
    lastAt: lastAt === null ? null : toIso(lastAt),
    contacts,
    cases: [...issue.cases],
    channels: [...issue.channels],
    teams: [...issue.teams],
    handOffs,
    isPingPong,
    spokenHandOffs: issue.spokenHandOffs,
    emotion: issue.emotion,
    thread: toThreadJson(thread),
  }
}

export function toCauseName(id: string | null, causes: CauseNames): { id: string; name: string } | null {
  const name = id === null ? undefined : causes.get(id)
  return id === null || name === undefined ? null : { id, name }
}

/** The thread is plain JSON already; only its lists become the contract's writable ones. */
function toThreadJson({
  contacts,
  waits,
  lanes,
  handOffs,
  spokenHandOffs,
  promises,
  minutes,
}: Thread): ThreadJson {
  return {
    minutes,
    contacts: [...contacts],
    waits: [...waits],
    lanes: lanes.map(({ team, blocks }) => ({ team, blocks: [...blocks] })),
    handOffs: [...handOffs],
    spokenHandOffs: [...spokenHandOffs],
    promises: promises.map((promise) => ({
      ...promise,
      due: promise.due === null ? null : toIso(promise.due),
    })),
  }
}
