import { useState } from 'react'
import type { DeskIssue } from '../../../contract/desk/desk.ts'
import { type AnswerParts, composeAnswer } from '../../../core/desk/answer.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { formatDay } from '../../ui/format.ts'
import { useDraft } from '../../useDraft.ts'
import { notNamed } from '../corrections/reviewer.ts'
import { Area } from '../desk/Area.tsx'
import type { Desk } from '../desk/useDesk.ts'

type Props = { readonly page: DeskIssue; readonly desk: Desk }
type Part = 'understanding' | 'chosen' | 'given' | 'promises' | 'page'

const partNames: Readonly<Record<Part, string>> = {
  understanding: 'What we understood',
  chosen: 'What they chose',
  given: 'What is theirs',
  promises: 'What we promise',
  page: 'The link to their page',
}

/** An answer by the channel by which they wrote. While one is on its way, another is not offered at first sight. */
export function WriteAnswer({ page, desk }: Props) {
  const last = page.answers.written.at(-1)
  if (last?.state !== 'waiting' && last?.state !== 'sending') return <AnswerForm page={page} desk={desk} />
  return (
    <details>
      <summary>Write another answer</summary>
      <AnswerForm page={page} desk={desk} />
    </details>
  )
}

/** Drafted from chosen parts, then the rep's to edit. */
function AnswerForm({ page, desk }: Props) {
  const { way, whyNot } = page.answers
  const [without, setWithout] = useState<readonly Part[]>([])
  const [own, setOwn] = useDraft<string | null>(`${page.record.issue.id} answer`, null)
  const [key, setKey] = useState(() => crypto.randomUUID())
  const parts = partsOf(page, desk)
  const text = own ?? composeAnswer(choose(parts, without))
  const clear = () => {
    setOwn(null)
    setKey(crypto.randomUUID())
  }
  return (
    <form
      className="desk-form"
      onSubmit={(event) => {
        event.preventDefault()
        desk.answer.mutate({ key, text }, { onSuccess: clear })
      }}
    >
      <PartChoice parts={parts} without={without} isDisabled={own !== null} onChange={setWithout} />
      <Area name="Your answer" value={text} onChange={setOwn} rows={7} hint={sayWay(page)} />
      {desk.answer.isError && <FailedStep error={desk.answer.error} />}
      <p className="row-form">
        <button
          type="submit"
          className="button button-first"
          disabled={way === null || text.trim() === '' || desk.answer.isPending}
        >
          Send it
        </button>
        {own !== null && (
          <button type="button" className="button" onClick={() => setOwn(null)}>
            Draft it anew
          </button>
        )}
        {way === null && (
          <button
            type="button"
            className="button"
            disabled={text.trim() === '' || desk.take.isPending}
            onClick={() =>
              desk.take.mutate([{ kind: 'answerSent', text, channel: 'another way' }], { onSuccess: clear })
            }
          >
            I answered them myself
          </button>
        )}
      </p>
      {whyNot !== null && <p className="small soft">{whyNot}</p>}
    </form>
  )
}

function PartChoice({
  parts,
  without,
  isDisabled,
  onChange,
}: {
  readonly parts: AnswerParts
  readonly without: readonly Part[]
  readonly isDisabled: boolean
  readonly onChange: (without: readonly Part[]) => void
}) {
  const there = (['understanding', 'chosen', 'given', 'promises', 'page'] as const).filter((part) =>
    isThere(parts, part),
  )
  if (there.length === 0) return null
  return (
    <fieldset disabled={isDisabled}>
      <legend>Draft it from</legend>
      <p className="switches">
        {there.map((part) => (
          <label key={part}>
            <input
              type="checkbox"
              checked={!without.includes(part)}
              onChange={({ target }) =>
                onChange(target.checked ? without.filter((one) => one !== part) : [...without, part])
              }
            />{' '}
            {partNames[part]}
          </label>
        ))}
      </p>
    </fieldset>
  )
}

function partsOf({ state, link }: DeskIssue, { who, link: made }: Desk): AnswerParts {
  const chosen = state.offers.find(({ id }) => id === state.chosen)
  const given = state.grants.map((grant) => grant.given.gives)
  const path = link === null ? undefined : made.data?.path
  return {
    understanding: state.understanding.shared,
    chosen: chosen === undefined || given.includes(chosen.gives) ? null : chosen.gives,
    given,
    promises: state.promises
      .filter(({ isKept }) => !isKept)
      .map(({ what, due }) => ({ what, by: formatDay(due) })),
    page: path === undefined ? null : `${window.location.origin}${path}`,
    from: who === notNamed ? '' : who,
  }
}

function isThere(parts: AnswerParts, part: Part): boolean {
  const found = parts[part]
  return found !== null && found.length > 0
}

function choose(parts: AnswerParts, without: readonly Part[]): AnswerParts {
  return {
    ...parts,
    understanding: without.includes('understanding') ? null : parts.understanding,
    chosen: without.includes('chosen') ? null : parts.chosen,
    given: without.includes('given') ? [] : parts.given,
    promises: without.includes('promises') ? [] : parts.promises,
    page: without.includes('page') ? null : parts.page,
  }
}

function sayWay({ answers: { way } }: DeskIssue): string {
  if (way === null) return 'It can’t be sent from here.'
  if (way.to === null) return 'It is delivered to where they wrote.'
  return `Goes to ${way.to} as “${way.subject ?? ''}”, with their words quoted below it.`
}
