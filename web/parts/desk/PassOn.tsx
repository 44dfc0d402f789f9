import { useState } from 'react'
import type { DeskIssue } from '../../../contract/desk/desk.ts'
import { sameHourLater } from '../../../core/base/zone.ts'
import { formatMoment } from '../../ui/format.ts'
import { TextField } from '../changes/TextField.tsx'
import { Area } from './Area.tsx'
import type { Desk } from './useDesk.ts'

type Props = { readonly page: DeskIssue; readonly desk: Desk }

/** Handing over like a relay: with reason, what was tried, what was promised and by when; accepted, or returned. */
export function PassOn({ page, desk }: Props) {
  const { relay } = page.state
  const last = relay.at(-1)
  return (
    <>
      {relay.length > 0 && (
        <ol className="sentences">
          {relay.map(({ from, to, reason, due, state, returnReason, at, isOverdue }) => (
            <li key={at}>
              {from} to {to}: {reason}{' '}
              {state === 'waiting' &&
                (isOverdue ? `Overdue since ${formatMoment(due)}.` : `Waits, due ${formatMoment(due)}.`)}
              {state === 'accepted' && 'Taken over.'}
              {state === 'returned' && `Given back: ${returnReason}`}
            </li>
          ))}
        </ol>
      )}
      {last?.state === 'waiting' ? <TakeOver desk={desk} /> : <HandOver page={page} desk={desk} />}
    </>
  )
}

function TakeOver({ desk }: { readonly desk: Desk }) {
  const [reason, setReason] = useState('')
  return (
    <div className="row-form">
      <button
        type="button"
        className="button button-first"
        onClick={() => desk.take.mutate([{ kind: 'handOverAccepted' }, { kind: 'claimed' }])}
      >
        Take it over
      </button>
      <TextField name="Or why it goes back" value={reason} onChange={setReason} />
      <button
        type="button"
        className="button"
        onClick={() => desk.take.mutate([{ kind: 'handOverReturned', reason }])}
      >
        Give it back
      </button>
    </div>
  )
}

/** So many days later, at the same hour where the company is. */
export function dueIn({ now, timeZone }: Pick<DeskIssue, 'now' | 'timeZone'>, days: string): string {
  return new Date(sameHourLater(new Date(now).getTime(), Number(days), timeZone)).toISOString()
}

function HandOver({ page, desk }: Props) {
  const [draft, setDraft] = useState({ to: '', reason: '', tried: '', promised: '' })
  const [days, setDays] = useState('1')
  const set = (field: keyof typeof draft) => (value: string) => setDraft({ ...draft, [field]: value })
  return (
    <details className="why-form">
      <summary>Hand it over</summary>
      <form
        className="desk-form"
        onSubmit={(event) => {
          event.preventDefault()
          const due = dueIn(page, days)
          desk.take.mutate([{ kind: 'handedOver', ...draft, due }])
        }}
      >
        <TextField name="Who takes it on" value={draft.to} onChange={set('to')} />
        <Area name="Why" value={draft.reason} onChange={set('reason')} />
        <Area name="What was tried" value={draft.tried} onChange={set('tried')} />
        <Area name="What they were promised" value={draft.promised} onChange={set('promised')} rows={1} />
        <TextField name="Days until it is taken up" type="number" value={days} onChange={setDays} />
        <p>
          <button type="submit" className="button" disabled={!(Number(days) > 0)}>
            Hand it over
          </button>
        </p>
      </form>
    </details>
  )
}
