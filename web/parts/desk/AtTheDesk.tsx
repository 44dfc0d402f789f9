import type { DeskIssue } from '../../../contract/desk/desk.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { formatMoment } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { SentAnswers } from '../answers/SentAnswers.tsx'
import { WriteAnswer } from '../answers/WriteAnswer.tsx'
import { CloseIssue } from './CloseIssue.tsx'
import { Lived } from './Lived.tsx'
import { Options } from './Options.tsx'
import { PassOn } from './PassOn.tsx'
import { Promises } from './Promises.tsx'
import { Understanding } from './Understanding.tsx'
import { useDesk } from './useDesk.ts'
import { WhoAmI } from './WhoAmI.tsx'

/** One issue with its customer on the one side and what can be done on the other. */
export function AtTheDesk({ page, workspace, id }: { page: DeskIssue; workspace: string; id: string }) {
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
            disabled={desk.take.isPending}
            onClick={() => desk.take.mutate([{ kind: holder === desk.who ? 'released' : 'claimed' }])}
          >
            {holder === desk.who ? 'Release it' : 'Take it on'}
          </button>
          {holder !== null && holder !== desk.who && <p>{holder} is working on this.</p>}
        </div>
        {desk.take.isError && <FailedStep error={desk.take.error} />}
        <Section title="Understand" isStop>
          <Understanding page={page} desk={desk} />
        </Section>
        <Section title="Options" isStop>
          <Options page={page} desk={desk} />
          {page.patterns.map((words) => (
            <p key={words} className="small soft">
              {words}
            </p>
          ))}
        </Section>
        <Section title="Answer" isStop>
          <SentAnswers page={page} desk={desk} />
          <WriteAnswer page={page} desk={desk} />
        </Section>
        <Section title="Resolve, or hand over" isStop>
          <CloseIssue page={page} desk={desk} />
          <Promises page={page} desk={desk} />
          <PassOn page={page} desk={desk} />
        </Section>
        <Section title="What was done" isStop>
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
