import { useState } from 'react'
import type { DeskIssue } from '../../../contract/desk/desk.ts'
import { formatDay } from '../../ui/format.ts'
import { TextField } from '../changes/TextField.tsx'
import { Area } from './Area.tsx'
import type { Desk } from './useDesk.ts'

type Props = { readonly page: DeskIssue; readonly desk: Desk }

/** Closing says what was solved; the customer confirms it, or silence is watched. */
export function CloseIssue({ page, desk }: Props) {
  const { outcome, watchedUntil } = page.state
  const [solved, setSolved] = useState('')
  const [promised, setPromised] = useState('')
  const [why, setWhy] = useState('')
  if (outcome === 'open') {
    return (
      <form
        className="desk-form"
        onSubmit={(event) => {
          event.preventDefault()
          desk.take.mutate([{ kind: 'closed', solved, promised }])
        }}
      >
        <NextNeeds page={page} desk={desk} />
        <Area name="What is solved" value={solved} onChange={setSolved} />
        <TextField name="What is still promised" value={promised} onChange={setPromised} />
        <p>
          <button type="submit" className="button" disabled={solved.trim() === ''}>
            Close it
          </button>
        </p>
      </form>
    )
  }
  const said = {
    confirmed: 'The customer says that it is solved.',
    silentSoFar: `Closed; nothing was heard since. Silence is watched until ${watchedUntil === null ? 'its end' : formatDay(watchedUntil)}.`,
    silent: 'Closed, and 30 days passed without another word about it. Nobody confirmed it.',
    cameBack: 'Closed, but the customer came back about it.',
  }[outcome]
  return (
    <>
      <p>{said}</p>
      <div className="row-form">
        <TextField name="Why open it again" value={why} onChange={setWhy} />
        <button
          type="button"
          className="button"
          onClick={() => desk.take.mutate([{ kind: 'reopened', reason: why }])}
        >
          Open it again
        </button>
      </div>
    </>
  )
}

/** What they will want next, so that it can be solved now. */
function NextNeeds({ page, desk }: Props) {
  if (page.nextNeeds.length === 0) return null
  return (
    <ul className="sentences">
      {page.nextNeeds.map(({ cause, name, words }) => {
        const done = page.state.solvedAhead.find(({ need }) => need === name)
        return (
          <li key={name}>
            Next they may need: <strong>{name}</strong>. <span className="small soft">{words}</span>{' '}
            {done === undefined ? (
              <button
                type="button"
                className="plain-button undo-button"
                onClick={() =>
                  desk.take.mutate([
                    { kind: 'solvedAhead', need: name, cause, how: 'Settled in the same talk' },
                  ])
                }
              >
                Settled now
              </button>
            ) : (
              <span className="small">Settled now.</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
