import { useState } from 'react'
import { TextField } from '../changes/TextField.tsx'
import { toMinor } from './money.ts'
import type { Desk } from './useDesk.ts'

type Props = { readonly guideline: number; readonly desk: Desk; readonly isShared: boolean }

/** An option of one's own: within authority it goes at once, beyond it becomes an exception with a clock. */
export function OwnOption({ guideline, desk, isShared }: Props) {
  const [gives, setGives] = useState('')
  const [cost, setCost] = useState('')
  const [because, setBecause] = useState('')
  return (
    <details className="why-form">
      <summary>Compose your own option</summary>
      <form
        className="desk-form"
        onSubmit={(event) => {
          event.preventDefault()
          desk.grant.mutate({ guideline, option: null, own: { gives, cost: toMinor(cost) }, because })
        }}
      >
        <TextField name="What they get" value={gives} onChange={setGives} />
        <TextField name="What it costs us" type="number" value={cost} onChange={setCost} />
        <TextField name="Why" value={because} onChange={setBecause} />
        <p>
          <button
            type="submit"
            className="button"
            disabled={!isShared || Number.isNaN(toMinor(cost)) || gives.trim() === ''}
          >
            Give or ask for it
          </button>
        </p>
      </form>
    </details>
  )
}
