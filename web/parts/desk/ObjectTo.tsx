import { useState } from 'react'
import { FailedStep } from '../../ui/FailedStep.tsx'
import type { Desk } from './useDesk.ts'

type Fit = 'fits' | 'fitsBut' | 'inTheWay'
type Props = { readonly guideline: number; readonly desk: Desk; readonly name?: string }

const words: Readonly<Record<Fit, string>> = {
  fits: 'Fits',
  fitsBut: 'Fits, but',
  inTheWay: 'Gets in the way',
}

/** One click on the guideline that this comes from; what does not fit needs a word why. */
export function ObjectTo({ guideline, desk: { object }, name }: Props) {
  const [fit, setFit] = useState<Fit | null>(null)
  const [word, setWord] = useState('')
  if (object.isSuccess && object.variables.guideline === guideline) {
    return <span className="small soft">Kept. The owner answers by a date, and you hear back.</span>
  }
  const send = (said: Fit) => object.mutate({ guideline, fit: said, word })
  return (
    <span className="object">
      {name !== undefined && <span className="small soft">{name}: does it fit?</span>}
      {(['fits', 'fitsBut', 'inTheWay'] as const).map((one) => (
        <button
          key={one}
          type="button"
          className="plain-button undo-button"
          onClick={() => (one === 'fits' ? send(one) : setFit(one))}
        >
          {words[one]}
        </button>
      ))}
      {fit !== null && (
        <form
          className="row-form"
          onSubmit={(event) => {
            event.preventDefault()
            send(fit)
          }}
        >
          <label className="field">
            <span>In a word, why?</span>
            <input value={word} onChange={(event) => setWord(event.target.value)} />
          </label>
          <button type="submit" className="button">
            Tell the owner
          </button>
        </form>
      )}
      {object.isError && <FailedStep error={object.error} />}
    </span>
  )
}
