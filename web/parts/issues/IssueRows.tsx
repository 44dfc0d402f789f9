import type { IssueRow } from '../../../contract/screens.ts'
import { paths } from '../../paths.ts'
import { formatDay, plural } from '../../ui/format.ts'
import { Go } from '../../ui/Go.tsx'
import { Thread } from '../Thread.tsx'

type Props = { readonly workspace: string; readonly issues: readonly IssueRow[] }

/** Issues as rows: who and what about, in words, and the thread beside it. */
export function IssueRows({ workspace, issues }: Props) {
  return (
    <ol className="issue-rows">
      {issues.map((issue) => (
        <li key={issue.id}>
          <div>
            <Go data-row className="issue-name" href={paths.issue(workspace, issue.id)}>
              {issue.cause?.name ?? 'No cause found'}
            </Go>
            <p className="small soft">{sayIssue(issue)}</p>
          </div>
          <Thread workspace={workspace} thread={issue.thread} size="small" />
        </li>
      ))}
    </ol>
  )
}

function sayIssue(issue: IssueRow): string {
  const passed =
    issue.handOffs === 0 ? null : `passed on ${issue.handOffs === 1 ? 'once' : `${issue.handOffs} times`}`
  const cases = issue.cases.length > 1 ? plural(issue.cases.length, 'case') : null
  const last = issue.lastAt === null ? null : `last ${formatDay(issue.lastAt)}`
  return [issue.customer ?? 'Customer not known', plural(issue.contacts, 'contact'), cases, passed, last]
    .filter((part) => part !== null)
    .join(' · ')
}
