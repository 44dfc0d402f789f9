import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AssumptionInput, AssumptionJson } from '../../../contract/cost.ts'
import { api } from '../../api.ts'
import { queries } from '../../queries.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { OneAssumption } from './OneAssumption.tsx'

type Props = {
  readonly workspace: string
  readonly assumptions: readonly AssumptionJson[]
  readonly currency: string
}

/** Every assumption with its source; a change counts at once and can be taken back. */
export function Assumptions({ workspace, assumptions, currency }: Props) {
  const client = useQueryClient()
  const [before, setBefore] = useState<readonly AssumptionInput[]>([])
  const save = useMutation({
    mutationFn: (changed: AssumptionInput) =>
      api.saveAssumptions(workspace, { assumptions: [...withChange(assumptions, changed)] }),
    onSuccess: (reply) => {
      client.setQueryData(queries.cost(workspace).queryKey, reply)
      client.invalidateQueries({ queryKey: queries.overview(workspace).queryKey })
    },
  })
  function change(changed: AssumptionInput) {
    const old = assumptions.find(({ name }) => name === changed.name)
    if (old !== undefined) setBefore([...before, toInput(old)])
    save.mutate(changed)
  }
  function undo() {
    const last = before.at(-1)
    if (last === undefined) return
    setBefore(before.slice(0, -1))
    save.mutate(last)
  }
  return (
    <div className="assumptions">
      {assumptions.map((assumption) => (
        <OneAssumption key={assumption.name} assumption={assumption} currency={currency} onChange={change} />
      ))}
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

/** All that people entered, the change among them: the rest stays as measured or assumed. */
function withChange(
  assumptions: readonly AssumptionJson[],
  changed: AssumptionInput,
): readonly AssumptionInput[] {
  const entered = assumptions.filter(({ name, source }) => source === 'entered' && name !== changed.name)
  return [...entered.map(toInput), changed]
}

function toInput({ name, low, mid, high }: AssumptionJson): AssumptionInput {
  return { name, low, mid, high }
}
