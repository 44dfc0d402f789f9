import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { EndpointInput, EndpointJson } from '../../../contract/endpoint.ts'
import { api } from '../../api.ts'
import { queries } from '../../queries.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Field, Form } from './Form.tsx'
import { sayLeaving } from './say-leaving.ts'
import { TryEndpoint } from './TryEndpoint.tsx'

/** What is sent to a model elsewhere and to whom, and the workspace's own say in it. */
export function Leaving({ workspace }: { readonly workspace: string }) {
  const query = useQuery(queries.endpoint(workspace))
  return (
    <Answer query={query} waiting={<Skeleton lines={4} />}>
      {(found) => (
        <>
          <p>{sayLeaving(found)}</p>
          <Choice workspace={workspace} found={found} />
          <TryEndpoint key={JSON.stringify(found)} workspace={workspace} receiver={found.receiver} />
        </>
      )}
    </Answer>
  )
}

type Props = { readonly workspace: string; readonly found: EndpointJson }

function Choice({ workspace, found }: Props) {
  const queryClient = useQueryClient()
  const [chosen, setChosen] = useState<EndpointJson['kind'] | null>(null)
  /** The fields are drawn anew after each, so that no key stays on the page. */
  const [kept, setKept] = useState(0)
  const kind = chosen ?? found.kind
  const words = {
    server: `As the server is set: ${found.server === null ? 'nothing leaves' : found.server.host}`,
    nothing: 'Nothing leaves this workspace',
    own: 'An endpoint of its own',
  } as const
  return (
    <Form
      label="Save"
      done="Kept."
      isSecond
      onSend={async (field) => {
        await api.saveEndpoint(workspace, kind === 'own' ? readOwn(field, found) : { kind })
        await queryClient.invalidateQueries({ queryKey: [workspace, 'endpoint'] })
        setChosen(null)
        setKept(kept + 1)
      }}
    >
      <fieldset className="access-choice">
        <legend className="small soft">For this workspace</legend>
        {(['server', 'nothing', 'own'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="kind" checked={one === kind} onChange={() => setChosen(one)} />{' '}
            {words[one]}
          </label>
        ))}
      </fieldset>
      {kind === 'own' && <OwnFields key={kept} own={found.own} />}
    </Form>
  )
}

function OwnFields({ own }: Pick<EndpointJson, 'own'>) {
  const hasKey = own?.hasKey ?? false
  return (
    <>
      <Field
        name="url"
        label="Address, up to the version"
        value={own?.url ?? ''}
        note="Such as https://api.example.com/v1. It is spoken to as OpenAI’s."
      />
      <Field
        name="key"
        label="Key"
        type="password"
        autoComplete="new-password"
        isRequired={false}
        note={hasKey ? 'There is one. Leave it empty to keep it.' : 'Leave it empty where none is needed.'}
      />
      <Field
        name="embeddingModel"
        label="Embedding model"
        value={own?.embeddingModel ?? ''}
        isRequired={false}
        note="Says what reasons mean."
      />
      <Field
        name="wordingModel"
        label="Wording model"
        value={own?.wordingModel ?? ''}
        isRequired={false}
        note="Finds names for causes. Name one of both at least."
      />
      <Field
        name="tokensAReading"
        label="Tokens a reading, at most"
        type="number"
        value={String(own?.tokensAReading ?? 1_000_000)}
      />
      <Field
        name="tokensAMonth"
        label="Tokens a month, at most"
        type="number"
        value={String(own?.tokensAMonth ?? 5_000_000)}
      />
    </>
  )
}

/** An empty field for the key says to keep the one there is. */
function readOwn(field: (name: string) => string, { own }: EndpointJson): EndpointInput {
  const said = (name: string) => field(name).trim()
  const key = said('key')
  return {
    kind: 'own',
    url: said('url'),
    ...(key === '' && own?.hasKey ? {} : { key: key || null }),
    embeddingModel: said('embeddingModel') || null,
    wordingModel: said('wordingModel') || null,
    tokensAReading: Number(said('tokensAReading')),
    tokensAMonth: Number(said('tokensAMonth')),
  }
}
