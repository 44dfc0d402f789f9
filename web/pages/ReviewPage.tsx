import '../parts/issues/issues.css'
import '../parts/review/review.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { isKnown } from '../../core/base/cannot-say.ts'
import type { ReviewAsk } from '../../core/signals/corrections/order-review.ts'
import { reviewAsks } from '../../core/signals/corrections/order-review.ts'
import { ReadAgain } from '../parts/corrections/ReadAgain.tsx'
import { useReviewer } from '../parts/corrections/reviewer.ts'
import { Choice } from '../parts/issues/Choice.tsx'
import { NothingYet } from '../parts/NothingYet.tsx'
import { Agreement } from '../parts/review/Agreement.tsx'
import { AskedNext } from '../parts/review/AskedNext.tsx'
import { HowWellRead } from '../parts/review/HowWellRead.tsx'
import { asks } from '../parts/review/say-review.ts'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { Empty } from '../ui/Empty.tsx'
import { startWithCapital } from '../ui/format.ts'
import { Go, useGo } from '../ui/Go.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { nameSignal, parseSignal } from '../ui/signals.ts'

const route = getRouteApi('/w/$workspace/review')

/** Where people tell the reader what it got wrong, and see how often it does. */
export function ReviewPage() {
  const { workspace } = route.useParams()
  const view = route.useSearch()
  const go = useGo()
  const [reviewer, saveReviewer] = useReviewer()
  const ask = reviewAsks.find((known) => known === view.ask) ?? 'unsure'
  const kind = parseSignal(view.kind ?? '')
  const query = useQuery({
    ...queries.review(workspace, { ask, kind, reviewer }),
    placeholderData: keepPreviousData,
  })
  const report = useQuery(queries.overview(workspace)).data?.report
  if (report !== undefined && query.data?.signals.length === 0 && !isKnown(report.coverage)) {
    return (
      <Page title="Review">
        {report.counts.interactions === 0 ? (
          <NothingYet workspace={workspace} />
        ) : (
          <Empty title="There is nothing to judge here.">
            <p>
              {startWithCapital(report.coverage.cannotSay)}. What is read in messages, notes of calls and
              survey answers can be judged.
            </p>
            <p className="notice-ways">
              <Go className="button" href={paths.sources(workspace)}>
                Bring an export
              </Go>
            </p>
          </Empty>
        )}
      </Page>
    )
  }
  const change = (changed: { ask?: ReviewAsk; kind?: string }) =>
    go(paths.review(workspace, { ask, kind, ...changed }))
  return (
    <Page title="Review">
      <p className="page-intro">
        Say what was read right and what wrong. Your word holds at once for that text, whatever is read later,
        and shows how far each signal can be trusted.
      </p>
      <form className="filters" onSubmit={(event) => event.preventDefault()}>
        <Choice
          label="Ask me"
          value={ask === 'unsure' ? '' : ask}
          any={asks.unsure}
          options={reviewAsks
            .filter((known) => known !== 'unsure')
            .map((known) => ({ value: known, name: asks[known] }))}
          onChoose={(chosen) => change({ ask: reviewAsks.find((known) => known === chosen) ?? 'unsure' })}
          isFirst
        />
        {ask !== 'whole' && (
          <Choice
            label="About"
            value={kind ?? ''}
            any="All signals"
            options={(query.data?.signals ?? []).map((read) => ({
              value: read.kind,
              name: nameSignal(read.kind),
            }))}
            onChoose={(chosen) => change({ kind: chosen })}
          />
        )}
        <label className="field">
          <span>Your name</span>
          <input
            type="text"
            maxLength={80}
            defaultValue={reviewer}
            onBlur={(event) => saveReviewer(event.target.value)}
          />
        </label>
      </form>
      <Answer query={query} waiting={<Skeleton lines={8} height={40} />}>
        {(review) => (
          <>
            <AskedNext
              key={`${ask} ${kind} ${reviewer}`}
              workspace={workspace}
              ask={ask}
              items={review.items}
            />
            <ReadAgain workspace={workspace} since={review.sinceReading} />
            <Section
              title="How well each signal is read"
              note="Of the places drawn by lot that people judged, how many were right. What was merely met or doubtful does not count: it would look worse than it is."
            >
              <HowWellRead workspace={workspace} signals={review.signals} />
            </Section>
            <Section title="How far reviewers agree">
              <Agreement agreement={review.agreement} reviewers={review.reviewers} />
            </Section>
          </>
        )}
      </Answer>
    </Page>
  )
}
