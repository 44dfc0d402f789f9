import { Failure } from '../../contract/failures.ts'
import { findIssue, listIssues } from '../../contract/routes.ts'
import { issueId } from '../../core/base/ids.ts'
import { countIssues, listIssues as listStoredIssues } from '../../store/issues.ts'
import type { App } from '../app.ts'
import { findIssueHolding } from '../readings/find-issue-holding.ts'
import {
  findReread,
  listCauseNames,
  openRereadIssue,
  rereadCustomer,
  rereadCustomers,
  rereadIssue,
} from '../readings/reread-customer.ts'
import { countOf, knownIssues } from '../reports/known-totals.ts'
import { toIssueRow } from '../translate/issue-json.ts'
import { toIssuePage } from '../translate/issue-page.ts'
import { isId } from './is-id.ts'

export function addIssueRoutes(app: App): void {
  app.openapi(listIssues, async (context) => {
    const { scope, service, sight } = context.get('entered')
    const { pool } = service.store
    const filter = context.req.valid('query')
    const [page, causes] = await Promise.all([
      listStoredIssues(pool, scope, filter),
      listCauseNames(service, scope),
    ])
    const { count: total, isAtLeast } = await countOf(service, scope, {
      page,
      after: filter.after,
      knownOf: (read) => knownIssues(read, filter),
      count: () => countIssues(pool, scope, filter),
    })
    const customers = page.rows.map(({ customer }) => customer)
    const readings = await rereadCustomers(service, scope, customers)
    const issues = page.rows.flatMap((issue) => {
      const lived = rereadIssue(findReread(readings, issue.customer), issue.id)
      return lived === null ? [] : toIssueRow(issue, lived.thread, causes, sight)
    })
    return context.json({ issues, total, isAtLeast, next: page.next }, 200)
  })

  app.openapi(findIssue, async (context) => {
    const { id } = context.req.valid('param')
    const { scope, service, sight } = context.get('entered')
    const issue = isId(id) ? await findIssueHolding(service, scope, issueId(id)) : null
    if (issue === null) {
      throw new Failure(
        'notFound',
        'There is no such issue in the current reading.',
        'Choose one from the list of issues.',
      )
    }
    const reading = await rereadCustomer(service, scope, issue.customer)
    const lived = openRereadIssue(reading, issue.id)
    return context.json(await toIssuePage(service, scope, { stored: issue, reading, lived, sight }), 200)
  })
}
