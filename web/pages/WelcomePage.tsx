import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../api.ts'
import { auth } from '../auth.ts'
import { Field, Form } from '../parts/access/Form.tsx'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Empty } from '../ui/Empty.tsx'
import { Go, useGo } from '../ui/Go.tsx'
import { Page } from '../ui/Page.tsx'

/** Where a one-time link leads: a name and a password, or a new password alone, then in. */
export function WelcomePage() {
  const me = useQuery(queries.me()).data
  const queryClient = useQueryClient()
  const go = useGo()
  const isFirst = me?.awaitsKeeper === true
  const token = window.location.hash.slice(1)
  if (token === '') {
    return (
      <Page title="Welcome">
        <Empty title="This link is not whole.">
          <p>Open it as it was given to you, with everything after the #, or ask for a new one.</p>
          <Go href={paths.signIn()}>Sign in</Go>
        </Empty>
      </Page>
    )
  }
  return (
    <Page title="Welcome">
      <p className="page-intro">
        {isFirst
          ? 'You are the first one here and will run this server: let others in from the settings of a workspace.'
          : 'Choose how you sign in from now on.'}
      </p>
      <div className="access-form-narrow">
        <Form
          label="Come in"
          onSend={async (field) => {
            const password = field('password')
            const { email } = await api.openLink({
              token,
              name: field('name').trim() || null,
              email: isFirst ? field('email') : null,
              password,
            })
            await auth.signIn(email, password)
            await queryClient.resetQueries()
            go(paths.first())
          }}
        >
          {isFirst ? (
            <Field name="name" label="Your name" autoComplete="name" />
          ) : (
            <Field
              name="name"
              label="Your name"
              autoComplete="name"
              isRequired={false}
              note="Left empty, it stays as it is."
            />
          )}
          {isFirst && <Field name="email" label="E-mail address" type="email" autoComplete="username" />}
          <Field
            name="password"
            label="Password"
            type="password"
            autoComplete="new-password"
            note="Twelve characters or more."
          />
        </Form>
      </div>
    </Page>
  )
}
