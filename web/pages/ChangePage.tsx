import '../parts/changes/changes.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ChangePage as ChangeReply, ChangeRow } from '../../contract/changes.ts'
import { isKnown } from '../../core/base/cannot-say.ts'
import { DecisionLog } from '../parts/changes/DecisionLog.tsx'
import { Outcome } from '../parts/changes/Outcome.tsx'
import { StepForm } from '../parts/changes/StepForm.tsx'
import { sayMoneyRange, sayPayback, sayState, sayWorse } from '../parts/changes/say-change.ts'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { CannotSay } from '../ui/CannotSay.tsx'
import { formatDay, formatShare, listWords, plural } from '../ui/format.ts'
import { Go } from '../ui/Go.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

const route = getRouteApi('/w/$workspace/changes/$id')

/** One change: what it did, what was expected of it, and who decided what. */
export function ChangePage() {
  const { workspace, id } = route.useParams()
  const query = useQuery(queries.change(workspace, id))
  return (
    <Page
      title={query.data?.change.plan.what ?? 'Change'}
      above={<Go href={paths.changes(workspace)}>Changes</Go>}
    >
      <Answer query={query} waiting={<Skeleton lines={8} height={24} />}>
        {(reply) => <Filled reply={reply} workspace={workspace} />}
      </Answer>
    </Page>
  )
}

function Filled({ reply, workspace }: { readonly reply: ChangeReply; readonly workspace: string }) {
  const { change, overlaps, weeks } = reply
  return (
    <>
      <div className="section">
        <p className="lead">{change.verdict?.sentence ?? `${sayState(change)}.`}</p>
        {change.verdict !== null && <p className="page-intro">{sayState(change)}.</p>}
        {overlaps.map(({ id, what, startedOn }) => (
          <p key={id} className="page-intro">
            “<Go href={paths.change(workspace, String(id))}>{what}</Go>” touches the same contacts and started
            on {formatDay(`${startedOn}T12:00:00`)}: what each of them did cannot be told apart.
          </p>
        ))}
      </div>
      <Outcome change={change} weeks={weeks} />
      <Section title="What was expected">
        <Expected change={change} />
        <Facts change={change} workspace={workspace} />
      </Section>
      {change.nextSteps.length > 0 && (
        <Section title="What next">
          <StepForm workspace={workspace} change={change} />
        </Section>
      )}
      <Section title="Who decided what" note="Kept for good, with the figures of the day it was entered.">
        <DecisionLog decisions={change.decisions} />
      </Section>
    </>
  )
}

/** By the costs of the day on which it was planned: what it costs today is after the change. */
function Expected({ change: { decisions, plan } }: { readonly change: ChangeRow }) {
  const { low, mid, high } = plan.effect
  const value = decisions[0]?.figures.value ?? { cannotSay: 'nothing was kept' }
  return (
    <>
      <p>
        {formatShare(mid)} of the contacts in its scope should become unnecessary, between {formatShare(low)}{' '}
        and {formatShare(high)}.
      </p>
      {isKnown(value) ? (
        <p>
          When it was planned it was held to be worth {sayMoneyRange(value.netValue, value.currency)} over{' '}
          {value.months} months, all costs taken off. {sayPayback(value)}. The chance that it ends worse than
          doing nothing was {sayWorse(value)}.
        </p>
      ) : (
        <CannotSay what="what it would bring" because={value.cannotSay} />
      )}
    </>
  )
}

function Facts({ change: { plan }, workspace }: { readonly change: ChangeRow; readonly workspace: string }) {
  const { causes, channels, segments } = plan.scope
  return (
    <dl className="change-facts">
      <dt>For</dt>
      <dd>
        {causes.map(({ id, name }) => (
          <Go key={id} href={paths.cause(workspace, id)}>
            {name}
          </Go>
        ))}
      </dd>
      <dt>Where</dt>
      <dd>
        {listWords([
          channels.length === 0 ? 'all channels' : listWords(channels),
          segments.length === 0
            ? 'all customers'
            : listWords(segments.map(({ attribute, value }) => `${attribute} ${value}`)),
        ])}
      </dd>
      <dt>Owner</dt>
      <dd>{plan.owner}</dd>
      <dt>Lead time</dt>
      <dd>{plural(plan.leadDays, 'day')}</dd>
      {plan.promise !== null && (
        <>
          <dt>Promise</dt>
          <dd>{plan.promise}</dd>
        </>
      )}
      {plan.adjusts !== null && (
        <>
          <dt>Adjusts</dt>
          <dd>{plan.adjusts}</dd>
        </>
      )}
    </dl>
  )
}
