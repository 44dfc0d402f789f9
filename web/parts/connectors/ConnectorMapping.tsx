import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ConnectorJson } from '../../../contract/connectors.ts'
import type { Guess, Mapping } from '../../../core/interactions/mapping.ts'
import { api } from '../../api.ts'
import { queries } from '../../queries.ts'
import { Answer } from '../../ui/Answer.tsx'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { Section } from '../../ui/Page.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { MappingForm } from '../mapping/MappingForm.tsx'
import { Preview } from '../mapping/Preview.tsx'
import { Questions } from '../mapping/Questions.tsx'

type Props = {
  readonly workspace: string
  readonly one: ConnectorJson
  readonly onChange: (changed: ConnectorJson) => void
}

/** Which field of what comes tells what: proposed, shown on what really came, corrected, kept. */
export function ConnectorMapping({ workspace, one, onChange }: Props) {
  const query = useQuery({
    ...queries.connectorGuess(workspace, one.id),
    refetchInterval: ({ state }) => (state.data?.guess === null ? 5000 : false),
  })
  return (
    <Section title="Which field tells what">
      <Answer query={query} waiting={<Skeleton lines={4} height={32} />}>
        {({ guess }) =>
          guess === null ? (
            <p>Nothing has come yet. Once something has, you see here how it would be read.</p>
          ) : (
            <EditMapping workspace={workspace} one={one} guess={guess} onChange={onChange} />
          )
        }
      </Answer>
    </Section>
  )
}

function EditMapping({ workspace, one, guess, onChange }: Props & { readonly guess: Guess }) {
  const [mapping, setMapping] = useState(guess.mapping)
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set())
  const preview = useMutation({
    scope: { id: one.id },
    mutationFn: (next: Mapping) => api.previewConnector(workspace, one.id, next),
  })
  const save = useMutation({
    mutationFn: async () => {
      const columns = guess.columns.map(({ name }) => name)
      await api.changeConnector(workspace, one.id, { settings: { mapped: { columns, mapping } } })
      return api.rereadConnector(workspace, one.id, [])
    },
    onSuccess: onChange,
  })
  const change = (next: Mapping) => {
    setMapping(next)
    preview.mutate(next)
  }
  return (
    <>
      <Questions
        questions={guess.questions}
        answered={answered}
        mapping={mapping}
        onAnswer={(field, next) => {
          setAnswered(new Set([...answered, field]))
          change(next)
        }}
      />
      <h3>What came, as it would be read</h3>
      <Preview rows={preview.data?.guess?.preview ?? guess.preview} />
      {preview.isError && <FailedStep error={preview.error} />}
      <MappingForm columns={guess.columns} mapping={mapping} reasons={guess.reasons} onChange={change} />
      {save.isError && <FailedStep error={save.error} />}
      <p className="notice-ways">
        <button
          type="button"
          className="button button-first"
          disabled={save.isPending}
          onClick={() => save.mutate()}
        >
          {one.setAside > 0 ? 'Keep this, and read what was set aside' : 'Keep this'}
        </button>
        <span className="soft" role="status">
          {save.isSuccess ? 'Kept. What comes from now on is read like this.' : ''}
        </span>
      </p>
    </>
  )
}
