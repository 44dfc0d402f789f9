import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AssumptionInput, SaveAssumptions } from '../../../contract/cost.ts'
import { type Assumption, channelOf } from '../../../core/cost/assumption.ts'
import { api } from '../../api.ts'
import { queries } from '../../queries.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { useReviewer } from '../corrections/reviewer.ts'
import { Currency } from './Currency.tsx'
import { OneAssumption } from './OneAssumption.tsx'

type Props = {
  readonly workspace: string
  /** As they are saved. */
  readonly assumptions: readonly Assumption[]
  readonly currency: string
  readonly tried: ReadonlyMap<string, AssumptionInput>
  /** Moves the estimate, and saves nothing. */
  readonly onTry: (tried: ReadonlyMap<string, AssumptionInput>) => void
}

/** Every assumption with its source; a number counts at once and can be taken back, a slider only tries. */
export function Assumptions({ workspace, assumptions, currency, tried, onTry }: Props) {
  const client = useQueryClient()
  const [before, setBefore] = useState<readonly SaveAssumptions[]>([])
  const [name, setName] = useReviewer()
  const save = useMutation({
    mutationFn: (entered: SaveAssumptions) => api.saveAssumptions(workspace, { ...entered, by: name }),
    onSuccess: (reply) => {
      client.setQueryData(queries.cost(workspace).queryKey, reply)
      client.invalidateQueries({ queryKey: queries.overview(workspace).queryKey })
      client.invalidateQueries({ queryKey: queries.changes(workspace).queryKey })
      onTry(new Map())
    },
  })
  const entered = assumptions.filter(({ source }) => source === 'entered').map(toInput)
  function keep(changed: readonly AssumptionInput[], chosen = currency) {
    setBefore([...before, { assumptions: entered, currency }])
    const names = new Set(changed.map((one) => one.name))
    const others = entered.filter((one) => !names.has(one.name))
    save.mutate({ assumptions: [...others, ...changed], currency: chosen })
  }
  function undo() {
    const last = before.at(-1)
    if (last === undefined) return
    setBefore(before.slice(0, -1))
    save.mutate(last)
  }
  const one = (assumption: Assumption) => (
    <OneAssumption
      key={assumption.name}
      assumption={assumption}
      tried={tried.get(assumption.name) ?? null}
      currency={currency}
      onChange={(changed) => keep([changed])}
      onTry={(moved) => onTry(new Map(tried).set(moved.name, moved))}
    />
  )
  const byChannel = assumptions.filter((assumption) => channelOf(assumption.name) !== null)
  const [first, ...others] = assumptions.filter((assumption) => channelOf(assumption.name) === null)
  return (
    <div className="assumptions">
      <label className="field">
        <span>Your name, kept with what you change</span>
        <input value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
      </label>
      <Currency currency={currency} onChange={(chosen) => keep([], chosen)} />
      {tried.size > 0 && (
        <p className="tried" role="status">
          What if: nothing of this is saved.{' '}
          <button type="button" className="button" onClick={() => keep([...tried.values()])}>
            Keep it
          </button>{' '}
          <button type="button" className="button" onClick={() => onTry(new Map())}>
            Put it back
          </button>
        </p>
      )}
      {first !== undefined && one(first)}
      {byChannel.length > 0 && (
        <details className="by-channel">
          <summary>By channel</summary>
          {byChannel.map(one)}
        </details>
      )}
      {others.map(one)}
      <p role="status" className="undo">
        {before.length > 0 && !save.isPending && !save.isError && 'Saved. '}
        {before.length > 0 && (
          <button type="button" className="plain-button undo-button" onClick={undo}>
            Undo the last change
          </button>
        )}
      </p>
      {save.isError && <FailedStep error={save.error} />}
    </div>
  )
}

function toInput({ name, low, mid, high }: Assumption): AssumptionInput {
  return { name, low, mid, high }
}
