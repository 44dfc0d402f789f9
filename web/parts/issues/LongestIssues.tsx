import { useInfiniteQuery } from '@tanstack/react-query'
import { paths } from '../../paths.ts'
import { queries } from '../../queries.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { Section } from '../../ui/Page.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { IssueRows } from './IssueRows.tsx'

const shown = 5

type Props = { readonly workspace: string; readonly cause: string }

/** The issues of a cause that took the customer most contacts, and the way to all. */
export function LongestIssues({ workspace, cause }: Props) {
  const query = useInfiniteQuery(queries.issues(workspace, { cause, sort: 'contacts' }))
  return (
    <Section title="Where it took them the most contacts">
      <Answer query={query} waiting={<Skeleton lines={shown} height={44} />}>
        {({ pages }) => <IssueRows workspace={workspace} issues={(pages[0]?.issues ?? []).slice(0, shown)} />}
      </Answer>
      <p>
        <Go href={paths.issues(workspace, { cause, sort: 'contacts' })}>All issues of this cause</Go>
      </p>
    </Section>
  )
}
