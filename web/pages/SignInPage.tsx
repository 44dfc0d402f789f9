import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { auth } from '../auth.ts'
import { Field, Form } from '../parts/access/Form.tsx'
import { readNext } from '../paths.ts'
import { queries } from '../queries.ts'
import { useGo } from '../ui/Go.tsx'
import { Page } from '../ui/Page.tsx'

const route = getRouteApi('/sign-in')

/** Who are you? By password, with a second factor where one is set up, or by the company's own sign-in. */
export function SignInPage() {
  const me = useQuery(queries.me()).data
  const [needsCode, setNeedsCode] = useState(false)
  const next = readNext(route.useSearch().next)
  const arrive = useArrival(next)
  return (
    <Page title="Sign in">
      <div className="access-form-narrow">
        {needsCode ? (
          <Form label="Go on" onSend={async (field) => arrive(await auth.verifyCode(field('code').trim()))}>
            <Field
              name="code"
              label="Code"
              autoComplete="one-time-code"
              note="Six digits from your app, or one of the codes you kept for emergencies."
            />
          </Form>
        ) : (
          <Form
            label="Sign in"
            onSend={async (field) => {
              if (await auth.signIn(field('email'), field('password'))) setNeedsCode(true)
              else await arrive()
            }}
          >
            <Field name="email" label="E-mail address" type="email" autoComplete="username" />
            <Field name="password" label="Password" type="password" autoComplete="current-password" />
          </Form>
        )}
        {me?.hasCompanySignIn && (
          <Form label="Sign in with your company" isSecond onSend={() => goToCompany(next)}>
            {null}
          </Form>
        )}
        {me?.awaitsKeeper && (
          <p>Nobody has signed up yet. Open the link that the server printed at its start.</p>
        )}
      </div>
    </Page>
  )
}

async function goToCompany(next: string): Promise<void> {
  window.location.assign(await auth.companySignIn(next))
}

/** Nothing that was asked before holds for whoever just came in. */
function useArrival(next: string): (_?: unknown) => Promise<void> {
  const queryClient = useQueryClient()
  const go = useGo()
  return async () => {
    await queryClient.resetQueries()
    go(next)
  }
}
