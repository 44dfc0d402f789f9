import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CauseDecision } from '../../../contract/changes.ts'
import { causeId } from '../../../core/base/ids.ts'
import { whyNotPlan, whyNotSaid } from '../../../core/changes/can.ts'
import { api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { useGo } from '../../ui/Go.tsx'
import { useReviewer } from '../corrections/reviewer.ts'
import { Checks } from './Checks.tsx'
import { emptyPlan, nameSegment, type PlanDraft, toPlanInput } from './plan-draft.ts'
import { RangeField } from './RangeField.tsx'
import { TextField } from './TextField.tsx'

type Props = {
  readonly workspace: string
  readonly cause: string
  readonly decision: CauseDecision
  readonly currency: string
}

/** Plans a change for a cause. What is not yet right is said beside the button, by the same rules as the server's. */
export function PlanForm({ workspace, cause, decision, currency }: Props) {
  const [draft, setDraft] = useState<PlanDraft>(emptyPlan)
  const [isTried, setTried] = useState(false)
  const [known, remember] = useReviewer()
  const [who, setWho] = useState(known)
  const client = useQueryClient()
  const go = useGo()
  const input = toPlanInput(draft, { cause, who, ...decision })
  const scope = {
    causes: input.causes.map((id) => ({ id: causeId(id), name: '' })),
    channels: input.channels,
    segments: input.segments,
  }
  const why = whyNotPlan({ ...input, scope }) ?? whyNotSaid({ who, reason: draft.reason })
  const plan = useMutation({
    mutationFn: () => api.planChange(workspace, input),
    onSuccess: async ({ change }) => {
      remember(who)
      await client.invalidateQueries({ queryKey: [workspace] })
      go(paths.change(workspace, String(change.id)))
    },
  })
  const set = (part: Partial<PlanDraft>) => setDraft({ ...draft, ...part })
  return (
    <form
      className="plan-form"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (why === null) plan.mutate()
      }}
    >
      <TextField
        name="What would make sure that nobody has to contact you about this again?"
        value={draft.what}
        onChange={(what) => set({ what })}
      />
      <TextField name="Why this" value={draft.reason} onChange={(reason) => set({ reason })} />
      <RangeField
        name="Contacts it would make unnecessary"
        unit="% of those in scope"
        draft={draft.effect}
        onChange={(effect) => set({ effect })}
      />
      <RangeField
        name="Cost to make it"
        unit={currency}
        draft={draft.costToMake}
        onChange={(costToMake) => set({ costToMake })}
      />
      <RangeField
        name="Cost to run it"
        unit={`${currency} a month`}
        draft={draft.costToRun}
        onChange={(costToRun) => set({ costToRun })}
      />
      <TextField
        name="Days until customers feel it"
        type="number"
        value={draft.leadDays}
        onChange={(leadDays) => set({ leadDays })}
      />
      <TextField name="Who owns it" value={draft.owner} onChange={(owner) => set({ owner })} />
      <details>
        <summary>Where it applies, and what it serves</summary>
        <div className="plan-more">
          <Checks
            name="Causes it removes as well"
            options={decision.others.map(({ name }) => name)}
            chosen={draft.others}
            onChange={(others) => set({ others })}
          />
          <Checks
            name="Only in these channels"
            options={decision.channels}
            chosen={draft.channels}
            onChange={(channels) => set({ channels })}
          />
          <Checks
            name="Only where"
            options={decision.segments.map(nameSegment)}
            chosen={draft.segments}
            onChange={(segments) => set({ segments })}
          />
          <TextField
            name="The brand promise it serves"
            value={draft.promise}
            onChange={(promise) => set({ promise })}
          />
          <TextField
            name="The step or guideline it adjusts"
            value={draft.adjusts}
            onChange={(adjusts) => set({ adjusts })}
          />
        </div>
      </details>
      <TextField name="Your name" value={who} onChange={setWho} />
      {isTried && why !== null && (
        <p role="alert" className="failed-step">
          {why}
        </p>
      )}
      {plan.isError && <FailedStep error={plan.error} />}
      <p>
        <button type="submit" className="button button-first" disabled={plan.isPending}>
          Plan this change
        </button>
      </p>
    </form>
  )
}
