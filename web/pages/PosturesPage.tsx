import '../parts/postures/postures.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { isKnown } from '../../core/base/cannot-say.ts'
import { leastMessages, leastPeople } from '../../core/signals/posture-of-group.ts'
import { PostureTable } from '../parts/postures/PostureTable.tsx'
import { sayPosture } from '../parts/postures/say-posture.ts'
import { Say } from '../parts/Say.tsx'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { Go } from '../ui/Go.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

const route = getRouteApi('/w/$workspace/postures')

/** How each team answers, and how causes and what guidelines are for are answered: to find rules that get in the way, not people. */
export function PosturesPage() {
  const { workspace } = route.useParams()
  const query = useQuery(queries.overview(workspace))
  return (
    <Page title="How customers are answered" above={<Go href={paths.today(workspace)}>Today</Go>}>
      <Answer query={query} waiting={<Skeleton lines={8} height={32} />}>
        {({ report: { posture, postures } }) => (
          <>
            {isKnown(posture) && <Say sentences={[sayPosture(posture, workspace)]} />}
            <p className="section-note">
              Largest first: this is no ranking. A group with fewer than {leastMessages} messages, or written
              by fewer than {leastPeople} people, is not shown, because it would say something about persons.
              Of twenty groups one shows a change by chance alone.
            </p>
            <Section title="By team">
              <PostureTable
                of="Team"
                groups={postures.teams}
                evidenceOf={(team, posture) => paths.signals(workspace, posture, { team })}
              />
            </Section>
            <Section title="By cause">
              <PostureTable
                of="Cause"
                groups={postures.causes}
                pageOf={(cause) => paths.cause(workspace, cause)}
                evidenceOf={(cause, posture) => paths.signals(workspace, posture, { cause })}
              />
            </Section>
            <Section title="By guideline">
              <p className="section-note">
                Answers about what the guideline is for, whether it was used or not.
              </p>
              <PostureTable
                of="Guideline"
                groups={postures.guidelines}
                pageOf={(id) => paths.guideline(workspace, id)}
                evidenceOf={(guideline, posture) => paths.signals(workspace, posture, { guideline })}
              />
            </Section>
          </>
        )}
      </Answer>
    </Page>
  )
}
