import { Failure } from '../../contract/failures.ts'
import { findIssue, listIssues } from '../../contract/routes.ts'
import { issueId } from '../../core/base/ids.ts'
import { toIso } from '../../core/base/time.ts'
import {
  countIssues,
  findIssue as findStoredIssue,
  listIssuesOfCustomer,
  listIssues as listStoredIssues,
} from '../../store/issues.ts'
import type { App } from '../app.ts'
import { listCauseNames, rereadCustomer, rereadIssue } from '../readings/reread-customer.ts'
import { toInteractionJson } from '../translate/interaction-json.ts'
import { toCauseName, toIssueRow } from '../translate/issue-json.ts'
import { isId } from './is-id.ts'

export function addIssueRoutes(app: App): void {
  app.openapi(listIssues, async (context) => {
    const { scope, service } = context.get('entered')
    const { pool } = service.store
    const filter = context.req.valid('query')
    const [page, total, causes] = await Promise.all([
      listStoredIssues(pool, scope, filter),
      countIssues(pool, scope, filter),
      listCauseNames(service, scope),
    ])
    const issues = await Promise.all(
      page.rows.map(async (issue) => {
        const { thread } = rereadIssue(await rereadCustomer(service, scope, issue.customer), issue.id)
        return toIssueRow(issue, thread, causes)
      }),
    )
    return context.json({ issues, total, next: page.next }, 200)
  })

  app.openapi(findIssue, async (context) => {
    const { id } = context.req.valid('param')
    const { scope, service } = context.get('entered')
    const { pool } = service.store
    const issue = isId(id) ? await findStoredIssue(pool, scope, issueId(id)) : null
    if (issue === null) {
      throw new Failure(
        'notFound',
        'There is no such issue in the current reading.',
        'Choose one from the list of issues.',
      )
    }
    const [reading, causes, others] = await Promise.all([
      rereadCustomer(service, scope, issue.customer),
      listCauseNames(service, scope),
      listIssuesOfCustomer(pool, scope, issue.customer),
    ])
    const { thread, interactions, contacts, cause } = rereadIssue(reading, issue.id)
    const openers = new Set<string>(contacts.map(({ id }) => id))
    return context.json(
      {
        issue: toIssueRow({ ...issue, causeId: cause }, thread, causes),
        contacts: contacts.map((contact) => ({
          id: contact.id,
          at: contact.at === null ? null : toIso(contact.at),
          cause: toCauseName(contact.cause, causes),
        })),
        interactions: interactions.map((interaction) =>
          toInteractionJson(interaction, {
            signals: reading.signals.get(interaction.id) ?? [],
            corrections: reading.corrections.get(interaction.id) ?? [],
            opensContact: openers.has(interaction.id),
          }),
        ),
        others: others
          .filter((other) => other.id !== issue.id)
          .map(({ id: other, causeId, firstAt, contacts }) => ({
            id: other,
            cause: toCauseName(causeId, causes)?.name ?? null,
            firstAt: firstAt === null ? null : toIso(firstAt),
            contacts,
          })),
      },
      200,
    )
  })
}
