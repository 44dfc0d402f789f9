import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { auth } from '../../auth.ts'
import { Field, Form } from './Form.tsx'

type Begun = { readonly totpURI: string; readonly backupCodes: readonly string[] }

/** A code from an app beside the password: set up, proven once, and from then on asked for at each sign-in. */
export function SecondFactor({ hasOne }: { readonly hasOne: boolean }) {
  const queryClient = useQueryClient()
  const [begun, setBegun] = useState<Begun | null>(null)
  const again = () => queryClient.invalidateQueries({ queryKey: ['me'] })
  if (hasOne) {
    return (
      <Form
        label="Do without"
        isSecond
        onSend={async (field) => {
          await auth.endSecondFactor(field('password'))
          await again()
        }}
      >
        <p>A code from your app is asked for at each sign-in.</p>
        <Field name="password" label="Password" type="password" autoComplete="current-password" />
      </Form>
    )
  }
  if (begun === null) {
    return (
      <Form
        label="Set up"
        isSecond
        onSend={async (field) => setBegun(await auth.beginSecondFactor(field('password')))}
      >
        <p>Your password alone lets you in.</p>
        <Field name="password" label="Password" type="password" autoComplete="current-password" />
      </Form>
    )
  }
  return (
    <Form
      label="It works"
      onSend={async (field) => {
        await auth.verifyCode(field('code').trim())
        await again()
      }}
    >
      <p>
        Give this to the app that makes your codes: <a href={begun.totpURI}>open it there</a>, or type the
        secret: <code className="shown-once">{new URL(begun.totpURI).searchParams.get('secret')}</code>
        Keep these for the day the app is lost, each works once:{' '}
        <code className="shown-once">{begun.backupCodes.join(' ')}</code>
      </p>
      <Field name="code" label="Code that the app shows" autoComplete="one-time-code" />
    </Form>
  )
}
