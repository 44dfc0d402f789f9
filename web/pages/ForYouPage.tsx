import '../parts/desk/desk.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { CustomerPage, CustomerStep } from '../../contract/desk/desk.ts'
import { Failure } from '../../contract/failures.ts'
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
import { forgetDrafts } from '../useDraft.ts'

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
    onSuccess: (next, { kind }) => {
      client.setQueryData(queries.forYou(token).queryKey, next)
      forgetDrafts(draftOf(token, kind))
    },
    // What we said may be another by now.
    onError: () => client.invalidateQueries({ queryKey: queries.forYou(token).queryKey }),
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
                onClick={() => say.mutate({ kind: 'understandingConfirmed', read: understanding ?? '' })}
              >
                Yes, that is right
              </button>
            </p>
            <TellUs
              question="No, it is different"
              label="How is it really?"
              draft={draftOf(token, 'understandingCorrected')}
              isPending={say.isPending}
              onTell={(text) => say.mutate({ kind: 'understandingCorrected', text })}
            />
          </>
        )}
        {state === 'confirmed' && <p className="answer-right">You said that this is right.</p>}
        {state === 'corrected' && <p>You put it right: “{correction}”. We read it and come back to you.</p>}
      </Section>
      <Choose
        page={page}
        draft={draftOf(token, 'somethingElseAsked')}
        isPending={say.isPending}
        onSay={say.mutate}
      />
      <Settled page={page} draft={draftOf(token, 'reopened')} isPending={say.isPending} onSay={say.mutate} />
      {say.isError && (
        <div className="for-you-failed">
          <FailedStep error={sayToCustomer(say.error)} />
        </div>
      )}
      <p className="small soft">
        {company}. This page is yours alone and works until {formatDay(expiresAt)}.
      </p>
    </>
  )
}

/** What is being typed on this page, by what it will be said as. */
function draftOf(token: string, kind: CustomerStep['kind']): string {
  return `for-you ${token} ${kind}`
}

/** Who runs the server is nothing to the customer. */
function sayToCustomer(error: unknown): unknown {
  return error instanceof Failure && error.code === 'busy'
    ? new Failure(
        'busy',
        'We can’t be reached just now.',
        'What you typed stays here. Try again in a moment.',
      )
    : error
}
