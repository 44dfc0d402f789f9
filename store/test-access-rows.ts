import type { Instant } from '../core/base/time.ts'
import { addApiKey } from './api-keys.ts'
import { addAuditEntry } from './audit-log.ts'
import { addPerson, saveMember } from './people.ts'
import type { Connection } from './postgres/client.ts'
import type { Scope } from './scope.ts'

/** Somebody who works here, a key, and what they looked at. */
export async function fillAccess(client: Connection, scope: Scope, id: string, at: Instant) {
  const ann = { id, name: 'Ann', email: `ann${id}@example.com`, isKeeper: false }
  await addPerson(client, ann)
  await saveMember(client, scope, { personId: ann.id, role: 'rep', at: at })
  await addApiKey(client, scope, {
    id,
    name: 'Help desk',
    verbs: ['ingest'],
    fingerprint: Buffer.from(id),
    madeBy: 'Ann',
    madeAt: at,
    expiresAt: at + 1,
  })
  await addAuditEntry(client, scope, {
    at,
    who: 'Ann',
    way: 'session',
    wayId: ann.id,
    verb: 'see',
    action: 'findIssue',
    subject: id,
    status: 200,
  })
}
