import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ConnectorJson } from '../../../contract/connectors.ts'
import { api } from '../../api.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { Section } from '../../ui/Page.tsx'
import { TextField } from '../changes/TextField.tsx'
import {
  connectorWords,
  type Draft,
  fromDraft,
  settingNames,
  type TextSetting,
  toDraft,
} from './connector-words.ts'
import { Encryption } from './Encryption.tsx'
import { ShownOnce } from './ShownOnce.tsx'

type Props = {
  readonly workspace: string
  readonly one: ConnectorJson
  readonly onChange: (changed: ConnectorJson) => void
}

/** What to do in the other system, and what to enter here. */
export function SetUp({ workspace, one, onChange }: Props) {
  const words = connectorWords[one.kind]
  const renew = useMutation({
    mutationFn: () => api.renewSecret(workspace, one.id),
    onSuccess: ({ connector }) => onChange(connector),
  })
  return (
    <Section title="How it is set up">
      <ol className="connector-steps">
        {words.steps.map((step) => (
          <li key={step}>
            {step}
            {step.endsWith('address:') && (
              <pre className="to-copy">{`${location.origin}${one.receivesAt}`}</pre>
            )}
          </li>
        ))}
      </ol>
      {one.receivesAt !== null && isThisMachine(location.hostname) && (
        <p className="soft">
          This address is of this machine alone: a system elsewhere can’t reach it. Run the server where it
          can, and open this page by the address that people type there.
        </p>
      )}
      {words.signing === null && one.receivesAt !== null && (
        <>
          <p>
            <button
              type="button"
              className="plain-button undo-button"
              disabled={renew.isPending}
              onClick={() => renew.mutate()}
            >
              Make another secret, if this one is lost
            </button>
          </p>
          {renew.isError && <FailedStep error={renew.error} />}
          {renew.data?.secret != null && <ShownOnce secret={renew.data.secret} />}
        </>
      )}
      <SettingsForm workspace={workspace} one={one} onChange={onChange} />
    </Section>
  )
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.')
}

function SettingsForm({ workspace, one, onChange }: Props) {
  const words = connectorWords[one.kind]
  const [draft, setDraft] = useState<Draft>(() => toDraft(one.settings))
  const [signing, setSigning] = useState('')
  const [key, setKey] = useState('')
  const [sending, setSending] = useState('')
  const [security, setSecurity] = useState({ fetch: one.settings.security, send: one.settings.sendSecurity })
  const save = useMutation({
    mutationFn: () =>
      api.changeConnector(workspace, one.id, {
        settings: {
          ...fromDraft(draft),
          ...(security.fetch === undefined ? {} : { security: security.fetch }),
          ...(security.send === undefined ? {} : { sendSecurity: security.send }),
        },
        secrets: {
          ...(signing === '' ? {} : { signing }),
          ...(key === '' ? {} : { key }),
          ...(sending === '' ? {} : { sending }),
        },
      }),
    onSuccess: (changed) => {
      setSigning('')
      setKey('')
      setSending('')
      onChange(changed)
    },
  })
  const { sending: ways = [] } = words
  if (words.settings.length + ways.length === 0 && words.signing === null) return null
  const field = (name: TextSetting) => (
    <TextField
      key={name}
      name={settingNames[name]}
      type={name === 'since' ? 'date' : 'text'}
      value={draft[name] ?? ''}
      onChange={(text) => setDraft({ ...draft, [name]: text })}
    />
  )
  return (
    <form
      className="plan-form"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      {words.signing !== null && (
        <TextField
          name={withKept(words.signing, one.secrets.signing)}
          type="password"
          value={signing}
          onChange={setSigning}
        />
      )}
      {words.settings.map(field)}
      {words.key !== null && (
        <TextField
          name={withKept(words.key, one.secrets.key)}
          type="password"
          value={key}
          onChange={setKey}
        />
      )}
      {one.kind === 'mailbox' && (
        <Encryption
          name="Encryption when fetching"
          value={security.fetch ?? 'tls'}
          onChange={(fetch) => setSecurity({ ...security, fetch })}
        />
      )}
      {ways.length > 0 && (
        <fieldset className="range-field connector-sending">
          <legend>Answers from the desk</legend>
          {ways.map(field)}
          {one.kind === 'mailbox' && (
            <>
              <Encryption
                name="Encryption when sending"
                value={security.send ?? (draft.sendPort === '465' ? 'tls' : 'starttls')}
                onChange={(send) => setSecurity({ ...security, send })}
              />
              <TextField
                name={withKept('Its password, once more if it is the mailbox’s', one.secrets.sending)}
                type="password"
                value={sending}
                onChange={setSending}
              />
            </>
          )}
        </fieldset>
      )}
      {save.isError && <FailedStep error={save.error} />}
      <p className="notice-ways">
        <button type="submit" className="button button-first" disabled={save.isPending}>
          Keep these settings
        </button>
        <span className="soft" role="status">
          {save.isSuccess ? 'Kept.' : ''}
        </span>
      </p>
    </form>
  )
}

function withKept(name: string, isKept: boolean): string {
  return isKept ? `${name} (kept; fill in to replace it)` : name
}
