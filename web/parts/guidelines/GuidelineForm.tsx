import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { GuidelineJson, PersonJson } from '../../../contract/desk/guidelines.ts'
import { api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { queries } from '../../queries.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { useGo } from '../../ui/Go.tsx'
import { TextField } from '../changes/TextField.tsx'
import { Area } from '../desk/Area.tsx'
import { useDeskName } from '../desk/useDeskName.ts'
import { WhoAmI } from '../desk/WhoAmI.tsx'
import { AnswerFields } from './AnswerFields.tsx'
import { AuthorityFields } from './AuthorityFields.tsx'
import { addOption } from './guideline-draft.ts'
import { OptionFields } from './OptionFields.tsx'
import { ReplayPanel } from './ReplayPanel.tsx'

type Props = {
  readonly workspace: string
  /** Of which guideline a new version is written; null for a new guideline. */
  readonly of: number | null
  readonly start: GuidelineJson
  readonly people: readonly PersonJson[]
  readonly currency: string
}

/** Writing a guideline: kept as a draft, tested on last month's issues, and put live by its owner afterwards. */
export function GuidelineForm({ workspace, of, start, people, currency }: Props) {
  const [draft, setDraft] = useState(start)
  const { who } = useDeskName()
  const causes = useQuery(queries.causes(workspace)).data?.causes ?? []
  const client = useQueryClient()
  const go = useGo()
  const save = useMutation({
    mutationFn: () =>
      of === null
        ? api.saveGuideline(workspace, { who, guideline: draft })
        : api.saveGuidelineVersion(workspace, String(of), { who, guideline: draft }),
    onSuccess: (page) => {
      client.invalidateQueries({ queryKey: [workspace, 'guidelines'] })
      client.setQueryData(queries.guideline(workspace, String(page.row.id)).queryKey, page)
      go(paths.guideline(workspace, String(page.row.id)))
    },
  })
  const set = (change: Partial<GuidelineJson>) => setDraft({ ...draft, ...change })
  return (
    <form
      className="plan-form"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <TextField name="What it is called" value={draft.name} onChange={(name) => set({ name })} />
      <Area name="What it is for" value={draft.intent} onChange={(intent) => set({ intent })} />
      <label className="field">
        <span>Whom it protects</span>
        <select
          value={draft.protects}
          onChange={({ target }) =>
            set({ protects: protections.find((one) => one === target.value) ?? 'both' })
          }
        >
          {protections.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>Who owns it and answers for it</span>
        <select value={draft.owner} onChange={(event) => set({ owner: event.target.value })}>
          <option value="">Choose someone</option>
          {people
            .filter(({ hasLeft }) => !hasLeft)
            .map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
        </select>
      </label>
      <fieldset className="range-field">
        <legend>Causes that it is meant for</legend>
        <div className="switches">
          {causes.map(({ id, name }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={draft.causes.includes(id)}
                onChange={({ target }) =>
                  set({
                    causes: target.checked ? [...draft.causes, id] : draft.causes.filter((one) => one !== id),
                  })
                }
              />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
      {draft.options.map((option) => (
        <OptionFields key={option.id} option={option} draft={draft} onChange={setDraft} />
      ))}
      <p>
        <button type="button" className="button" onClick={() => setDraft(addOption(draft))}>
          Add an option
        </button>
      </p>
      <AuthorityFields draft={draft} onChange={setDraft} currency={currency} />
      <AnswerFields draft={draft} onChange={setDraft} />
      <ReplayPanel workspace={workspace} of={of} draft={draft} currency={currency} />
      <WhoAmI workspace={workspace} />
      {save.isError && <FailedStep error={save.error} />}
      <p>
        <button type="submit" className="button button-first" disabled={save.isPending}>
          Keep as a draft
        </button>
      </p>
    </form>
  )
}

const protections = ['customer', 'company', 'both'] as const
