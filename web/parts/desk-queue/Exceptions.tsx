import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Queue } from '../../../contract/desk/desk.ts'
import { api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { formatMoment } from '../../ui/format.ts'
import { Go } from '../../ui/Go.tsx'
import { TextField } from '../changes/TextField.tsx'
import { sayMinor } from '../desk/money.ts'
import { useDeskName } from '../desk/useDeskName.ts'

type Exception = Queue['exceptions'][number]

/** What was asked beyond authority and waits for an answer; the one who was asked answers here. */
export function Exceptions({
  workspace,
  exceptions,
}: {
  workspace: string
  exceptions: Queue['exceptions']
}) {
  return (
    <ul className="exceptions">
      {exceptions.map((exception) => (
        <OneException key={exception.id} workspace={workspace} exception={exception} />
      ))}
    </ul>
  )
}

function OneException({ workspace, exception }: { workspace: string; exception: Exception }) {
  const { id, given, because, asker, approver, due, byDefault, issue } = exception
  const { who } = useDeskName()
  const [reason, setReason] = useState('')
  const client = useQueryClient()
  const answer = useMutation({
    mutationFn: (said: Exception['byDefault']) =>
      api.answerException(workspace, id, { who, answer: said, reason }),
    onSettled: () => client.invalidateQueries({ queryKey: [workspace, 'desk'] }),
  })
  return (
    <li>
      <p>
        {asker} asks {approver}: <strong>{given.gives}</strong>, which costs {sayMinor(given.cost, 'EUR')}.{' '}
        {because}
      </p>
      <p className="small soft">
        Without an answer by {formatMoment(due)} it is {byDefault}.{' '}
        <Go href={paths.deskIssue(workspace, issue)}>See the issue</Go>
      </p>
      {who === approver && (
        <form className="row-form" onSubmit={(event) => event.preventDefault()}>
          <TextField name="Your reason" value={reason} onChange={setReason} />
          <button type="submit" className="button button-first" onClick={() => answer.mutate('granted')}>
            Grant it
          </button>
          <button type="button" className="button" onClick={() => answer.mutate('declined')}>
            Decline it
          </button>
        </form>
      )}
      {answer.isError && <FailedStep error={answer.error} />}
    </li>
  )
}
