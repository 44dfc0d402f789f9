import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { queries } from '../../queries.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { Section } from '../../ui/Page.tsx'
import { Choice } from '../issues/Choice.tsx'
import { Ruled } from './Ruled.tsx'
import { SplitCause } from './SplitCause.tsx'
import { useRulings } from './useRulings.ts'

type Props = { readonly workspace: string; readonly cause: { readonly id: string; readonly name: string } }

/** What people may decide about a cause: its name, that it is part of another, that a part is one of its own. */
export function CauseRulings({ workspace, cause }: Props) {
  const { rule, isBusy, error } = useRulings(workspace)
  const causes = useQuery(queries.causes(workspace)).data?.causes ?? []
  const [isSplitting, setSplitting] = useState(false)
  function rename(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim()
    if (name !== '' && name !== cause.name) rule({ kind: 'renamed', cause: cause.id, name })
  }
  return (
    <Section
      title="Is this one cause?"
      note="A name holds at once, the rest with the next reading. What you decide here outlives every reading and can be taken back."
    >
      <div className="filters">
        <form className="filters" onSubmit={rename}>
          <label className="field">
            <span>Its name</span>
            <input key={cause.name} type="text" name="name" maxLength={200} defaultValue={cause.name} />
          </label>
          <button type="submit" className="button" disabled={isBusy}>
            Rename
          </button>
        </form>
        <Choice
          label="It is part of"
          value=""
          any="No other cause"
          options={causes.filter(({ id }) => id !== cause.id).map(({ id, name }) => ({ value: id, name }))}
          onChoose={(into) => rule({ kind: 'merged', cause: cause.id, into })}
        />
        <button
          type="button"
          className="button"
          disabled={isBusy}
          onClick={() => rule({ kind: 'pinned', cause: cause.id })}
        >
          Keep it as a cause
        </button>
        <button
          type="button"
          className="button"
          aria-expanded={isSplitting}
          onClick={() => setSplitting(!isSplitting)}
        >
          Split off a part
        </button>
      </div>
      {isSplitting && (
        <SplitCause workspace={workspace} cause={cause.id} onDone={() => setSplitting(false)} />
      )}
      {error !== null && <FailedStep error={error} />}
      <Ruled workspace={workspace} about={({ causes: named }) => named.includes(cause.id)} />
    </Section>
  )
}
