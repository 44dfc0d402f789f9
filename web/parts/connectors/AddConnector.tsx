import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type ConnectorKind, connectorKinds } from '../../../core/interactions/connector.ts'
import { api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { queries } from '../../queries.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { Go, useGo } from '../../ui/Go.tsx'
import { TextField } from '../changes/TextField.tsx'
import { connectorWords } from './connector-words.ts'
import { ShownOnce } from './ShownOnce.tsx'

/** Which system, under which name; the rest is asked on its own page. */
export function AddConnector({ workspace }: { readonly workspace: string }) {
  const go = useGo()
  const client = useQueryClient()
  const [kind, setKind] = useState<ConnectorKind>('zendesk')
  const [name, setName] = useState('')
  const add = useMutation({
    mutationFn: () => api.addConnector(workspace, { kind, name: name.trim() || connectorWords[kind].name }),
    onSuccess: ({ connector, secret }) => {
      client.invalidateQueries({ queryKey: queries.connectors(workspace).queryKey })
      if (secret === null) go(paths.connector(workspace, connector.id))
    },
  })
  if (add.data !== undefined && add.data.secret !== null) {
    return (
      <ShownOnce secret={add.data.secret}>
        <Go className="button button-first" href={paths.connector(workspace, add.data.connector.id)}>
          I have copied it: set it up
        </Go>
      </ShownOnce>
    )
  }
  return (
    <details className="connector-add">
      <summary>Connect a system</summary>
      <form
        className="plan-form"
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate()
        }}
      >
        <fieldset className="range-field">
          <legend>Which system</legend>
          <div className="switches">
            {connectorKinds.map((one) => (
              <label key={one}>
                <input type="radio" name="kind" checked={one === kind} onChange={() => setKind(one)} />{' '}
                {connectorWords[one].name}
              </label>
            ))}
          </div>
        </fieldset>
        <TextField name="What you call it" value={name} onChange={setName} />
        {add.isError && <FailedStep error={add.error} />}
        <p>
          <button type="submit" className="button button-first" disabled={add.isPending}>
            Connect it
          </button>
        </p>
      </form>
    </details>
  )
}
