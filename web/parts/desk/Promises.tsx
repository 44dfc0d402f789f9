import { useState } from 'react'
import type { DeskIssue } from '../../../contract/desk/desk.ts'
import { formatMoment } from '../../ui/format.ts'
import { TextField } from '../changes/TextField.tsx'
import { dueIn } from './PassOn.tsx'
import type { Desk } from './useDesk.ts'

type Props = { readonly page: DeskIssue; readonly desk: Desk }

/** What the customer was told would happen, by when, and whether it did. */
export function Promises({ page, desk }: Props) {
  const [what, setWhat] = useState('')
  const [days, setDays] = useState('1')
  return (
    <>
      {page.state.promises.length > 0 && (
        <ul className="sentences">
          {page.state.promises.map((promise) => (
            <li key={`${promise.due} ${promise.what}`}>
              Promised: <strong>{promise.what}</strong>. {sayPromise(promise)}{' '}
              {!promise.isKept && (
                <button
                  type="button"
                  className="plain-button undo-button"
                  onClick={() => desk.take.mutate([{ kind: 'promiseKept', what: promise.what }])}
                >
                  Done
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {page.state.outcome === 'open' && (
        <details className="why-form">
          <summary>Promise something</summary>
          <form
            className="desk-form"
            onSubmit={(event) => {
              event.preventDefault()
              desk.take.mutate([{ kind: 'promised', what, due: dueIn(page, days) }], {
                onSuccess: () => setWhat(''),
              })
            }}
          >
            <TextField name="What will be done" value={what} onChange={setWhat} />
            <TextField name="Days until it is done" type="number" value={days} onChange={setDays} />
            <p>
              <button type="submit" className="button" disabled={what.trim() === '' || !(Number(days) > 0)}>
                Promise it
              </button>
            </p>
          </form>
        </details>
      )}
    </>
  )
}

function sayPromise({ due, isKept, isOverdue }: DeskIssue['state']['promises'][number]): string {
  if (isKept) return isOverdue ? 'Done, late.' : 'Done.'
  return isOverdue ? `Overdue since ${formatMoment(due)}.` : `Due ${formatMoment(due)}.`
}
