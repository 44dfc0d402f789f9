import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { GuidelinePage, ObjectionAnswer } from '../../../contract/desk/guidelines.ts'
import { api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { queries } from '../../queries.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { formatDay } from '../../ui/format.ts'
import { Go } from '../../ui/Go.tsx'
import { TextField } from '../changes/TextField.tsx'
import { useDeskName } from '../desk/useDeskName.ts'
import { StandsFor } from './StandsFor.tsx'

type Objection = GuidelinePage['objections'][number]
type Props = { readonly workspace: string; readonly page: GuidelinePage }

const fits: Readonly<Record<Objection['fit'], string>> = {
  fits: 'It fits',
  fitsBut: 'It fits, but',
  inTheWay: 'It gets in the way',
}

/** What the front line says of a guideline; its owner answers what does not fit, by a date. */
export function Objections({ workspace, page }: Props) {
  if (page.objections.length === 0) return <p className="soft">No feedback from the front line yet.</p>
  const { weighed, asked } = page.row
  return (
    <>
      <p>
        {sayWeighed('Unasked', weighed)} {sayWeighed('Asked in rounds', asked)}
      </p>
      <ul className="whys">
        {page.objections.map((objection) => (
          <li key={objection.id}>
            <p className="why-answer">
              {fits[objection.fit]}
              {objection.word !== '' && `: ${objection.word}`}
            </p>
            <p className="small soft">
              {objection.who}, {formatDay(objection.at)}, version {objection.version}.{' '}
              {objection.round !== null && `Asked in round ${objection.round}. `}
              <Go href={paths.deskIssue(workspace, objection.issue)}>The issue it is about</Go>
            </p>
            {objection.fit !== 'fits' && <StandsFor standsFor={objection.standsFor} />}
            {objection.answer !== null && (
              <p>
                {objection.answer.who} {objection.answer.kind} it: {objection.answer.reason}
              </p>
            )}
            {objection.answer === null && objection.due !== null && (
              <AnswerForm workspace={workspace} page={page} objection={objection} due={objection.due} />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Those who speak up by themselves and those who were asked are counted apart. */
function sayWeighed(how: string, { fits: fit, fitsBut, inTheWay }: GuidelinePage['row']['asked']): string {
  const all = fit + fitsBut + inTheWay
  return all === 0
    ? `${how}: nobody.`
    : `${how}: ${inTheWay} of ${all} say that it gets in the way, ${fitsBut} that it fits, but, ${fit} that it fits.`
}

type AnswerProps = Props & { readonly objection: Objection; readonly due: string }

function AnswerForm({ workspace, page, objection, due }: AnswerProps) {
  const { who } = useDeskName()
  const [reason, setReason] = useState('')
  const client = useQueryClient()
  const { owner } = page.row.guideline
  const answer = useMutation({
    mutationFn: (kind: ObjectionAnswer['kind']) =>
      api.answerObjection(workspace, objection.id, { who, kind, reason, change: null }),
    onSuccess: (next) => {
      client.setQueryData(queries.guideline(workspace, String(page.row.id)).queryKey, next)
      client.invalidateQueries({ queryKey: [workspace, 'guidelines'] })
    },
  })
  if (who !== owner) {
    return (
      <p className="small">
        {owner} answers by {formatDay(due)}.
      </p>
    )
  }
  return (
    <form className="row-form" onSubmit={(event) => event.preventDefault()}>
      <TextField name={`Your answer, by ${formatDay(due)}`} value={reason} onChange={setReason} />
      <button type="submit" className="button" onClick={() => answer.mutate('kept')}>
        Keep it
      </button>
      <button type="button" className="button" onClick={() => answer.mutate('changed')}>
        Change it
      </button>
      <button type="button" className="button" onClick={() => answer.mutate('retired')}>
        Retire it
      </button>
      {answer.isError && <FailedStep error={answer.error} />}
    </form>
  )
}
