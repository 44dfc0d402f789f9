import { addAnswer } from './answers.ts'
import { addLink, findOrAddLinkSecret } from './customer-links.ts'
import { saveDeskPerson } from './desk-people.ts'
import { addStep, holdDeskIssue } from './desk-steps.ts'
import { addException } from './exceptions.ts'
import { addGrant, drawOnLimits } from './grants.ts'
import { addGuideline } from './guidelines.ts'
import { addObjection } from './objections.ts'
import type { Connection } from './postgres/client.ts'
import type { Scope } from './scope.ts'

const at = 1_456_708_560_000

/** At least one row in every table of the desk, about each of these issues. */
export async function fillDeskTables(
  client: Connection,
  scope: Scope,
  issues: readonly string[],
): Promise<void> {
  await saveDeskPerson(client, scope, { name: 'Rita', role: 'rep', hasLeft: false })
  await findOrAddLinkSecret(client, scope, Buffer.from('secret'))
  const guideline = await addGuideline(client, scope, { content: { name: 'Late' }, who: 'Olga', at })
  for (const [index, id] of issues.entries()) {
    const issueId = id
    const who = index === 0 ? 'Mia' : 'He'
    await holdDeskIssue(client, scope, id)
    const step = { kind: 'wished', text: `${who} would want an answer` }
    await addStep(client, scope, { issue: id, step, actor: { kind: 'person', name: 'Rita' }, at })
    await drawOnLimits(client, scope, [
      { kind: 'perIssue', key: `issue ${guideline} ${id}`, takes: 1, most: 9 },
    ])
    const given = { guidelineId: guideline, version: 1, optionId: 'refund', cost: 1 }
    await addGrant(client, scope, {
      id,
      key: `${scope} ${id}`,
      issueId,
      ...given,
      person: 'Rita',
      exceptionId: null,
      at,
    })
    await addException(client, scope, {
      id,
      key: `asked ${scope} ${id}`,
      issueId,
      given: {},
      because: `${who} is 82`,
      asker: 'Rita',
      approver: 'Lena',
      askedAt: at,
      dueAt: at + 1,
      byDefault: 'granted',
      answer: null,
    })
    const linkId = scope.toString(16).padStart(8, '0') + id.slice(8)
    await addLink(client, scope, {
      id: linkId,
      issueId,
      madeBy: 'Rita',
      madeAt: at,
      expiresAt: at + 1,
      revokedAt: null,
    })
    await addAnswer(client, scope, {
      id,
      key: `answer ${scope} ${id}`,
      issueId,
      connectorId: id,
      letter: { to: `${who}@example.org` },
      actor: {},
      writtenAt: at,
    })
    const word = `${who} needs it today`
    const objection = { id, guideline, version: 1, issue: id, fit: 'inTheWay', word, who: 'Rita' } as const
    await addObjection(client, scope, { ...objection, at, due: at + 1, round: null, answer: null })
  }
}
