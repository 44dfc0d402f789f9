import { useQuery } from '@tanstack/react-query'
import { SecondFactor } from '../parts/access/SecondFactor.tsx'
import { Sessions } from '../parts/access/Sessions.tsx'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { Go } from '../ui/Go.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

/** What concerns whoever is signed in, and nobody else. */
export function AccountPage() {
  const query = useQuery(queries.me())
  return (
    <Page title="Your account" above={<Go href={paths.first()}>Back to the records</Go>}>
      <Answer query={query} waiting={<Skeleton lines={6} />}>
        {(me) =>
          me.kind === 'person' ? (
            <>
              <p className="lead">
                You are {me.name}, {me.email}.
              </p>
              <Section title="Second factor">
                <SecondFactor hasOne={me.hasSecondFactor} />
              </Section>
              <Section title="Where you are signed in">
                <Sessions />
              </Section>
            </>
          ) : (
            <>
              <p className="lead">
                This server is open to whoever sits at its machine, because nobody has signed up yet.
              </p>
              <p>
                To have people sign in, open the link that the server printed at its start. Whoever opens it
                first becomes its keeper and lets others in.
              </p>
            </>
          )
        }
      </Answer>
    </Page>
  )
}
