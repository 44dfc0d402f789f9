import '../parts/desk/desk.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { CustomerPage, CustomerStep } from '../../contract/desk/desk.ts'
import { api } from '../api.ts'
import { Choose } from '../parts/for-you/Choose.tsx'
import { Settled } from '../parts/for-you/Settled.tsx'
import { TellUs } from '../parts/for-you/TellUs.tsx'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { FailedStep } from '../ui/FailedStep.tsx'
import { formatDay } from '../ui/format.ts'
import { Page, Section } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

const route = getRouteApi('/for-you/$token')

/** The customer's own page: what we understood, what they may choose, what was promised and done. */
export function ForYouPage() {
  const { token } = route.useParams()
  const query = useQuery(queries.forYou(token))
  return (
    <div className="for-you">
      <Page title={query.data === undefined ? 'For you' : `From ${query.data.company}, for you`}>
        <Answer query={query} waiting={<Skeleton lines={6} height={24} />}>
          {(page) => <Filled page={page} token={token} />}
        </Answer>
      </Page>
    </div>
  )
}

function Filled({ page, token }: { readonly page: CustomerPage; readonly token: string }) {
  const client = useQueryClient()
  const say = useMutation({
    mutationFn: (step: CustomerStep) => api.takeCustomerStep(token, step),
    onSuccess: (next) => client.setQueryData(queries.forYou(token).queryKey, next),
  })
  const { understanding, state, correction, company, expiresAt } = page
  return (
    <>
      <Section title="What we understood">
        {understanding === null ? (
          <p>We are still reading what you wrote. You will see here what we understood.</p>
        ) : (
          <blockquote className="understood">{understanding}</blockquote>
        )}
        {state === 'shared' && (
          <>
            <p>
              <button
                type="button"
                className="button button-first"
                disabled={say.isPending}
                onClick={() => say.mutate({ kind: 'understandingConfirmed' })}
              >
                Yes, that is right
              </button>
            </p>
            <TellUs
              question="No, it is different"
              label="How is it really?"
              onTell={(text) => say.mutate({ kind: 'understandingCorrected', text })}
            />
          </>
        )}
        {state === 'confirmed' && <p className="answer-right">You said that this is right.</p>}
        {state === 'corrected' && <p>You put it right: “{correction}”. We read it and come back to you.</p>}
      </Section>
      <Choose page={page} isPending={say.isPending} onSay={say.mutate} />
      <Settled page={page} onSay={say.mutate} />
      {say.isError && <FailedStep error={say.error} />}
      <p className="small soft">
        {company}. This page is yours alone and works until {formatDay(expiresAt)}.
      </p>
    </>
  )
}
