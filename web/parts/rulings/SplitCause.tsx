import { useInfiniteQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { queries } from '../../queries.ts'
import { Answer } from '../../ui/Answer.tsx'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { nothing, plural } from '../../ui/format.ts'
import { More } from '../../ui/More.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { ProposedParts } from './ProposedParts.tsx'
import { useRulings } from './useRulings.ts'

type Props = { readonly workspace: string; readonly cause: string; readonly onDone: () => void }

/** Choose the messages that are a cause of their own; those that mean the same follow. */
export function SplitCause({ workspace, cause, onDone }: Props) {
  const query = useInfiniteQuery(queries.contacts(workspace, { cause }))
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { rule, isBusy, error } = useRulings(workspace)
  function toggle(id: string) {
    setChosen(chosen.includes(id) ? chosen.filter((known) => known !== id) : [...chosen, id])
  }
  function split(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('part') ?? '').trim()
    if (name === '' || chosen.length === 0) return
    rule({ kind: 'split', cause, name, contacts: [...chosen] }, { onSuccess: onDone })
  }
  return (
    <form className="split" onSubmit={split}>
      <ProposedParts workspace={workspace} cause={cause} onChoose={setChosen} />
      <Answer query={query} waiting={<Skeleton lines={6} height={32} />}>
        {({ pages }) => {
          const contacts = pages.flatMap((page) => page.contacts)
          return (
            <>
              <fieldset>
                <legend>Which messages are about something of its own?</legend>
                {contacts
                  .filter(({ text }) => text !== null)
                  .map(({ id, text }) => (
                    <label key={id} className="split-message">
                      <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
                      <span>{text}</span>
                    </label>
                  ))}
              </fieldset>
              <More shown={contacts.length} counted={pages[0] ?? nothing} query={query} />
            </>
          )
        }}
      </Answer>
      <div className="filters">
        <label className="field">
          <span>Name of the part</span>
          <input type="text" name="part" maxLength={200} required />
        </label>
        <button type="submit" className="button button-first" disabled={isBusy || chosen.length === 0}>
          {chosen.length === 0 ? 'Choose messages first' : `Split off ${plural(chosen.length, 'message')}`}
        </button>
      </div>
      {error !== null && <FailedStep error={error} />}
    </form>
  )
}
