import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ConnectorJson } from '../../../contract/connectors.ts'
import { api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { queries } from '../../queries.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { useGo } from '../../ui/Go.tsx'

type Props = {
  readonly workspace: string
  readonly one: ConnectorJson
  readonly onChange: (changed: ConnectorJson) => void
}

/** Fetch now, pause, remove. */
export function Ending({ workspace, one, onChange }: Props) {
  const go = useGo()
  const client = useQueryClient()
  const [isAsked, setAsked] = useState(false)
  const pause = useMutation({
    mutationFn: () => api.changeConnector(workspace, one.id, { isPaused: !one.isPaused }),
    onSuccess: onChange,
  })
  const pull = useMutation({ mutationFn: () => api.pullConnector(workspace, one.id), onSuccess: onChange })
  const remove = useMutation({
    mutationFn: () => api.removeConnector(workspace, one.id),
    onSuccess: () => {
      client.removeQueries({ queryKey: queries.connectors(workspace).queryKey })
      go(paths.sources(workspace))
    },
  })
  const failed = [pause, pull, remove].find(({ isError }) => isError)
  return (
    <section className="section" aria-label="Pause or remove">
      <p className="notice-ways">
        {one.nextPullAt !== null && (
          <button type="button" className="button" disabled={pull.isPending} onClick={() => pull.mutate()}>
            Fetch now
          </button>
        )}
        <button type="button" className="button" disabled={pause.isPending} onClick={() => pause.mutate()}>
          {one.isPaused ? 'Take it up again' : 'Pause it'}
        </button>
        <button type="button" className="plain-button undo-button" onClick={() => setAsked(!isAsked)}>
          {isAsked ? 'Keep it' : 'Remove it'}
        </button>
      </p>
      {isAsked && (
        <p className="notice-ways">
          <button
            type="button"
            className="button"
            disabled={remove.isPending}
            onClick={() => remove.mutate()}
          >
            Remove it for good
          </button>
          <span>
            The interactions it told stay.
            {one.setAside > 0 && ' What was set aside goes with it.'}
          </span>
        </p>
      )}
      {failed !== undefined && <FailedStep error={failed.error} />}
    </section>
  )
}
