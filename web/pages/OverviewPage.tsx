import '../parts/overview/overview.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Overview } from '../../contract/screens.ts'
import { isKnown } from '../../core/base/cannot-say.ts'
import { NothingYet } from '../parts/NothingYet.tsx'
import { Channels } from '../parts/overview/Channels.tsx'
import { DecisionsWaiting } from '../parts/overview/DecisionsWaiting.tsx'
import { Emotions } from '../parts/overview/Emotions.tsx'
import { PassedOn } from '../parts/overview/PassedOn.tsx'
import { PostureOfReplies } from '../parts/overview/PostureOfReplies.tsx'
import { Returns } from '../parts/overview/Returns.tsx'
import { sayOverview } from '../parts/overview/say-overview.ts'
import { TopCauses } from '../parts/overview/TopCauses.tsx'
import { Unread } from '../parts/overview/Unread.tsx'
import { VoiceThread } from '../parts/overview/VoiceThread.tsx'
import { Ratings } from '../parts/ratings/Ratings.tsx'
import { Surveys } from '../parts/ratings/Surveys.tsx'
import { Say } from '../parts/Say.tsx'
import { Trend } from '../parts/Trend.tsx'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { Quote } from '../ui/Quote.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

const route = getRouteApi('/w/$workspace/')

/** Today: the customer's side of the whole company on one page. */
export function OverviewPage() {
  const { workspace } = route.useParams()
  const query = useQuery(queries.overview(workspace))
  return (
    <Page title="Today">
      <Answer query={query} waiting={<Waiting />}>
        {(overview) =>
          overview.report.counts.interactions === 0 ? (
            <NothingYet workspace={workspace} />
          ) : (
            <Filled overview={overview} workspace={workspace} />
          )
        }
      </Answer>
    </Page>
  )
}

function Filled({ overview, workspace }: { readonly overview: Overview; readonly workspace: string }) {
  const { report } = overview
  const surveys = <Surveys workspace={workspace} surveys={overview.surveys} />
  const holdsContacts = report.counts.contacts > 0
  return (
    <>
      <Say sentences={sayOverview(report, workspace)} />
      {!holdsContacts && surveys}
      {overview.voice !== null && (
        <section className="section" aria-label="One customer, in their own words">
          <Quote voice={overview.voice} workspace={workspace} isLarge />
          {overview.voice.issue !== null && (
            <VoiceThread workspace={workspace} issue={overview.voice.issue} />
          )}
        </section>
      )}
      <Section title="Week by week">
        <Trend
          workspace={workspace}
          weeks={toWeeks(overview)}
          period={isKnown(report.period) ? report.period : null}
        />
      </Section>
      <DecisionsWaiting workspace={workspace} />
      <TopCauses workspace={workspace} causes={report.causes} />
      <div className="pair">
        <Returns workspace={workspace} report={report} />
        <PassedOn workspace={workspace} handOffs={report.handOffs} />
        <Emotions workspace={workspace} emotions={report.emotions} />
        <Ratings workspace={workspace} ratings={overview.ratings} surveys={overview.surveys} />
        {holdsContacts && surveys}
        <PostureOfReplies workspace={workspace} posture={report.posture} />
        <Channels workspace={workspace} channels={overview.channels} />
        <Unread workspace={workspace} report={report} />
      </div>
    </>
  )
}

/** Without issues nobody is known to have come back: unknown, not nought. */
function toWeeks({ weeks, report }: Overview) {
  return isKnown(report.counts.issues) ? weeks : weeks.map((week) => ({ ...week, repeats: null }))
}

function Waiting() {
  return (
    <div className="waiting">
      <Skeleton lines={3} height={32} />
      <Skeleton lines={2} height={24} />
      <Skeleton lines={1} height={200} />
      <Skeleton lines={8} />
    </div>
  )
}
