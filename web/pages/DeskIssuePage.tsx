import '../parts/issues/issues.css'
import '../parts/changes/changes.css'
import '../parts/desk/desk.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { DeskIssue } from '../../contract/desk/desk.ts'
import { SentAnswers } from '../parts/answers/SentAnswers.tsx'
import { WriteAnswer } from '../parts/answers/WriteAnswer.tsx'
import { CloseIssue } from '../parts/desk/CloseIssue.tsx'
import { Lived } from '../parts/desk/Lived.tsx'
import { Options } from '../parts/desk/Options.tsx'
import { PassOn } from '../parts/desk/PassOn.tsx'
import { Promises } from '../parts/desk/Promises.tsx'
import { Understanding } from '../parts/desk/Understanding.tsx'
import { useDesk } from '../parts/desk/useDesk.ts'
import { WhoAmI } from '../parts/desk/WhoAmI.tsx'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { FailedStep } from '../ui/FailedStep.tsx'
import { formatMoment } from '../ui/format.ts'
import { Go } from '../ui/Go.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

const route = getRouteApi('/w/$workspace/desk/$id')

/** One issue at the desk: what they lived, what was understood, what may be given, how it ends. */
export function DeskIssuePage() {
  const { workspace, id } = route.useParams()
  const query = useQuery(queries.deskIssue(workspace, id))
  const issue = query.data?.record.issue
  return (
    <Page
      title={issue === undefined ? 'At the desk' : (issue.cause?.name ?? 'An issue without a cause')}
      above={<Go href={paths.desk(workspace)}>Desk</Go>}
    >
      <Answer query={query} waiting={<Skeleton lines={8} height={40} />}>
        {(page) => <Filled key={id} page={page} workspace={workspace} id={id} />}
      </Answer>
    </Page>
  )
}

function Filled({ page, workspace, id }: { page: DeskIssue; workspace: string; id: string }) {
  const desk = useDesk(workspace, id)
  const holder = page.state.holder?.by ?? null
  return (
    <div className="desk-columns">
      <Lived page={page} workspace={workspace} />
      <div className="desk-work">
        <div className="row-form">
          <WhoAmI workspace={workspace} />
          <button
            type="button"
            className="button"
            onClick={() => desk.take.mutate([{ kind: holder === desk.who ? 'released' : 'claimed' }])}
          >
            {holder === desk.who ? 'Release it' : 'Take it on'}
          </button>
          {holder !== null && holder !== desk.who && <p>{holder} is working on this.</p>}
        </div>
        {desk.take.isError && <FailedStep error={desk.take.error} />}
        <Section title="Understand">
          <Understanding page={page} desk={desk} />
        </Section>
        <Section title="Options">
          <Options page={page} desk={desk} />
          {page.patterns.map((words) => (
            <p key={words} className="small soft">
              {words}
            </p>
          ))}
        </Section>
        <Section title="Answer">
          <SentAnswers page={page} desk={desk} />
          <WriteAnswer page={page} desk={desk} />
        </Section>
        <Section title="Resolve, or hand over">
          <CloseIssue page={page} desk={desk} />
          <Promises page={page} desk={desk} />
          <PassOn page={page} desk={desk} />
        </Section>
        <Section title="What was done">
          <Log steps={page.steps} />
        </Section>
      </div>
    </div>
  )
}

function Log({ steps }: { readonly steps: DeskIssue['steps'] }) {
  if (steps.length === 0) return <p className="soft">Nothing yet.</p>
  return (
    <ol className="desk-log">
      {steps.map(({ who, words, at, kind }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the log only grows at its end
        <li key={`${at} ${kind} ${index}`}>
          <time className="small soft" dateTime={at}>
            {formatMoment(at)}
          </time>
          <span>
            <strong>{who}</strong> {words}
          </span>
        </li>
      ))}
    </ol>
  )
}
