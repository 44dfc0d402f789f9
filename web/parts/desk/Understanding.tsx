import { useState } from 'react'
import type { DeskIssue } from '../../../contract/desk/desk.ts'
import { composeUnderstanding } from '../../../core/desk/compose-understanding.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { plural } from '../../ui/format.ts'
import { forgetDrafts, useDraft } from '../../useDraft.ts'
import { Area } from './Area.tsx'
import { CustomerLink } from './CustomerLink.tsx'
import type { Desk } from './useDesk.ts'

type Props = { readonly page: DeskIssue; readonly desk: Desk }

/** Three steps, in this order: what I would want, what they are living, what they hope for; then it is said back. */
export function Understanding({ page, desk }: Props) {
  const { understanding } = page.state
  const [isOpen, setOpen] = useState(false)
  if (understanding.shared !== null && !isOpen) {
    return (
      <>
        <Shared page={page} />
        <div className="row-form">
          <CustomerLink desk={desk} link={page.link} />
          {understanding.state === 'shared' && (
            <button
              type="button"
              className="button"
              onClick={() => desk.take.mutate([{ kind: 'understandingConfirmed' }])}
            >
              They confirmed it to me
            </button>
          )}
          <button type="button" className="button" onClick={() => setOpen(true)}>
            Say it anew
          </button>
        </div>
        {desk.take.isError && <FailedStep error={desk.take.error} />}
      </>
    )
  }
  return <Steps page={page} desk={desk} onShared={() => setOpen(false)} />
}

function Shared({ page }: { readonly page: DeskIssue }) {
  const { understanding } = page.state
  const said = {
    notShared: '',
    shared: saySharedSoFar(page),
    confirmed: 'The customer says that this is right.',
    corrected: 'The customer puts it right:',
  }[understanding.state]
  return (
    <div className="shared">
      <blockquote className="shared-words">{understanding.shared}</blockquote>
      <p className={understanding.state === 'confirmed' ? 'answer-right' : undefined}>{said}</p>
      {understanding.correction !== null && (
        <blockquote className="shared-words correction">{understanding.correction}</blockquote>
      )}
    </div>
  )
}

/** It waits at the desk until a link or an answer brings it to them. */
function saySharedSoFar({ link, answers }: DeskIssue): string {
  if (link !== null) return 'They can read it by their link; they have not answered yet.'
  const isAnswered = answers.written.some(({ state }) => state === 'sent')
  return isAnswered ? 'They have not answered yet.' : 'Ready; nothing has gone out to them yet.'
}

function Steps({ page, desk, onShared }: Props & { readonly onShared: () => void }) {
  const { understanding } = page.state
  const drafts = `${page.record.issue.id} understanding`
  const [wished, setWished] = useDraft(`${drafts} wished`, understanding.wished ?? '')
  const [lived, setLived] = useDraft(`${drafts} lived`, understanding.lived?.text ?? page.draft.lived)
  const [feel, setFeel] = useDraft(`${drafts} feel`, understanding.hoped?.feel ?? '')
  const [think, setThink] = useDraft(`${drafts} think`, understanding.hoped?.think ?? '')
  const [act, setAct] = useDraft(`${drafts} act`, understanding.hoped?.act ?? '')
  const hoped = { feel, think, act }
  const [known, setKnown] = useState<'asked' | 'believed'>('believed')
  const [own, setOwn] = useDraft<string | null>(`${drafts} own`, null)
  const statement = own ?? composeUnderstanding(lived, hoped)
  const isWhole = Object.values(hoped).every((text) => text.trim() !== '')
  return (
    <form
      className="desk-form"
      onSubmit={(event) => {
        event.preventDefault()
        desk.take.mutate(
          [
            { kind: 'wished', text: wished },
            { kind: 'lived', text: lived, evidence: page.draft.evidence },
            { kind: 'hoped', ...hoped, known },
            { kind: 'understandingShared', text: statement },
          ],
          {
            onSuccess: () => {
              forgetDrafts(drafts)
              onShared()
            },
          },
        )
      }}
    >
      <fieldset>
        <legend>1. What would I want in their place?</legend>
        <Area name="I would want" value={wished} onChange={setWished} rows={1} />
      </fieldset>
      <fieldset disabled={wished.trim() === ''}>
        <legend>2. What are they going through?</legend>
        <Area
          name="Read from their record"
          value={lived}
          onChange={setLived}
          rows={3}
          hint={`Shown by ${plural(page.draft.evidence.length, 'moment')} of their record.`}
        />
      </fieldset>
      <fieldset disabled={wished.trim() === '' || lived.trim() === ''}>
        <legend>3. What do they want to feel, think and do?</legend>
        {page.questions.length > 0 && (
          <>
            <p className="small soft">Ask what the record does not tell:</p>
            <ul className="sentences">
              {page.questions.map(({ words, because }) => (
                <li key={words}>
                  “{words}” <span className="small soft">{because}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        <Area name="Feel" value={feel} onChange={setFeel} rows={1} />
        <Area name="Think" value={think} onChange={setThink} rows={1} />
        <Area name="Do" value={act} onChange={setAct} rows={1} />
        <p className="switches">
          <label>
            <input type="radio" name="known" checked={known === 'asked'} onChange={() => setKnown('asked')} />
            They told me
          </label>
          <label>
            <input
              type="radio"
              name="known"
              checked={known === 'believed'}
              onChange={() => setKnown('believed')}
            />
            I believe so; they will confirm it
          </label>
        </p>
      </fieldset>
      <Area name="What we say back" value={statement} onChange={setOwn} rows={4} disabled={!isWhole} />
      {desk.take.isError && <FailedStep error={desk.take.error} />}
      <p>
        <button type="submit" className="button button-first" disabled={!isWhole || desk.take.isPending}>
          Keep this wording
        </button>
      </p>
    </form>
  )
}
