import '../parts/overview/overview.css'
import '../parts/cause.css'
import '../parts/issues/issues.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { CausePage as CauseReply } from '../../contract/screens.ts'
import { isKnown } from '../../core/base/cannot-say.ts'
import { CauseCost } from '../parts/CauseCost.tsx'
import { Drivers } from '../parts/causes/Drivers.tsx'
import { NextNeeds } from '../parts/causes/NextNeeds.tsx'
import { Onset } from '../parts/causes/Onset.tsx'
import { CauseChanges } from '../parts/changes/CauseChanges.tsx'
import { LongestIssues } from '../parts/issues/LongestIssues.tsx'
import { CauseRatings } from '../parts/ratings/CauseRatings.tsx'
import { CauseRulings } from '../parts/rulings/CauseRulings.tsx'
import { Say } from '../parts/Say.tsx'
import { sayCause } from '../parts/say-cause.ts'
import { Trend } from '../parts/Trend.tsx'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { CannotSay } from '../ui/CannotSay.tsx'
import { Go } from '../ui/Go.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { Quote } from '../ui/Quote.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

const route = getRouteApi('/w/$workspace/causes/$id')

/** One cause: how many, how often again, in whose words, with what it goes. */
export function CausePage() {
  const { workspace, id } = route.useParams()
  const query = useQuery(queries.cause(workspace, id))
  return (
    <Page title={query.data?.cause.name ?? 'Cause'} above={<Go href={paths.causes(workspace)}>Causes</Go>}>
      <Answer query={query} waiting={<Waiting />}>
        {(reply) => <Filled reply={reply} workspace={workspace} />}
      </Answer>
    </Page>
  )
}

function Filled({ reply, workspace }: { readonly reply: CauseReply; readonly workspace: string }) {
  const { cause, voices, drivers, onset, nextNeeds, ratings } = reply
  const known = useQuery(queries.overview(workspace)).data?.report.period
  const period = known !== undefined && isKnown(known) ? known : null
  const weeks = cause.weeks.map((week) => ({ ...week, repeats: null }))
  return (
    <>
      <div className="section">
        {cause.summary !== null && <p className="page-intro">{cause.summary}</p>}
        <Say sentences={sayCause(cause, workspace)} />
        <CauseCost workspace={workspace} cause={cause.id} />
        <CauseRatings workspace={workspace} cause={cause.id} ratings={ratings} />
      </div>
      {voices.length === 0 ? (
        <CannotSay because="there are no words of customers in the source, only its category" />
      ) : (
        <Section title="In their words">
          <div className="voices">
            {voices.map((voice) => (
              <Quote key={voice.interaction} voice={voice} workspace={workspace} />
            ))}
          </div>
        </Section>
      )}
      <Section title="Week by week">
        <Trend workspace={workspace} weeks={weeks} period={period} view={{ cause: cause.id }} />
      </Section>
      <Section
        title="What it goes with"
        note="How many times more often this cause comes up where this is so than where it is not. It goes with it; that need not make it the reason."
      >
        {onset !== null && <Onset workspace={workspace} cause={cause.id} onset={onset} />}
        <Drivers drivers={drivers} workspace={workspace} cause={cause.id} />
      </Section>
      {isKnown(cause.issues) && (
        <Section
          title="What they come back with next"
          note="What customers come about within 30 days of such an issue more often than after others: what a rep could see to at once."
        >
          <NextNeeds workspace={workspace} needs={nextNeeds} />
        </Section>
      )}
      <CauseChanges workspace={workspace} cause={cause.id} voices={voices} />
      {isKnown(cause.issues) && <LongestIssues workspace={workspace} cause={cause.id} />}
      {cause.words.length > 0 && (
        <Section title="Words that set it apart">
          <p className="words">{cause.words.join(' · ')}</p>
        </Section>
      )}
      {cause.from === 'text' && <CauseRulings workspace={workspace} cause={cause} />}
    </>
  )
}

function Waiting() {
  return (
    <div className="waiting">
      <Skeleton lines={2} height={28} />
      <Skeleton lines={3} height={20} />
      <Skeleton lines={1} height={200} />
    </div>
  )
}
