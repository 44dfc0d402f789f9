import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ChangeRow, DecisionInput } from '../../../contract/changes.ts'
import { api } from '../../api.ts'
import { queries } from '../../queries.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { useReviewer } from '../corrections/reviewer.ts'
import { TextField } from './TextField.tsx'

type Step = DecisionInput['step']
type Props = { readonly workspace: string; readonly change: ChangeRow }

const words: Readonly<Record<Step, { readonly button: string; readonly day: string }>> = {
  planned: { button: 'Plan it', day: 'Planned on' },
  started: { button: 'Start it', day: 'First day on which customers feel it' },
  measured: { button: 'Keep this measurement', day: 'Measured on' },
  kept: { button: 'Keep the change', day: 'Decided on' },
  reverted: { button: 'Take the change back', day: 'Taken back on' },
  adjusted: { button: 'Adjust the change', day: 'Adjusted on' },
  declined: { button: 'Decline it', day: 'Decided on' },
}

/** The next step with a change: which, on what day, who decides and why. The figures of the day are kept with it. */
export function StepForm({ workspace, change }: Props) {
  const { id, nextSteps } = change
  const [chosen, setChosen] = useState<Step | null>(null)
  const step = nextSteps.find((one) => one === chosen) ?? nextSteps[0]
  const [on, setOn] = useState(() => new Date().toISOString().slice(0, 10))
  const [reason, setReason] = useState('')
  const [known, remember] = useReviewer()
  const [who, setWho] = useState(known)
  const client = useQueryClient()
  const decide = useMutation({
    mutationFn: (decision: DecisionInput) => api.decideChange(workspace, String(id), decision),
    onSuccess: (page) => {
      remember(who)
      setReason('')
      client.invalidateQueries({ queryKey: [workspace] })
      client.setQueryData(queries.change(workspace, String(id)).queryKey, page)
    },
  })
  if (step === undefined) return null
  return (
    <form
      className="plan-form"
      onSubmit={(event) => {
        event.preventDefault()
        decide.mutate({ step, who, reason, on })
      }}
    >
      {nextSteps.length > 1 && (
        <fieldset className="range-field">
          <legend>What is decided</legend>
          <div className="switches">
            {nextSteps.map((one) => (
              <label key={one}>
                <input type="radio" name="step" checked={one === step} onChange={() => setChosen(one)} />
                {words[one].button}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <TextField name={words[step].day} type="date" value={on} onChange={setOn} />
      <TextField name="Why" value={reason} onChange={setReason} />
      <TextField name="Your name" value={who} onChange={setWho} />
      {decide.isError && <FailedStep error={decide.error} />}
      <p>
        <button type="submit" className="button button-first" disabled={decide.isPending}>
          {words[step].button}
        </button>
      </p>
    </form>
  )
}
