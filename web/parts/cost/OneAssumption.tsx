import { useId, useState } from 'react'
import type { AssumptionInput, AssumptionJson } from '../../../contract/cost.ts'
import { whyNotAssumption } from '../../../core/cost/assumption.ts'

type Props = {
  readonly assumption: AssumptionJson
  readonly currency: string
  readonly onChange: (changed: AssumptionInput) => void
}

const ends = [
  { key: 'low', name: 'Low' },
  { key: 'mid', name: 'Middle' },
  { key: 'high', name: 'High' },
] as const
type End = (typeof ends)[number]['key']

const sources = { default: 'Assumed', measured: 'Measured', entered: 'Entered' } as const

/** Three numbers that a person may know better; saved on leaving a field, once they make sense together. */
export function OneAssumption({ assumption, currency, onChange }: Props) {
  const [drafts, setDrafts] = useState<{ readonly [key in End]?: string }>({})
  const reasonId = useId()
  const next = parseDrafts(assumption, drafts)
  const reason = whyNotAssumption(next)
  function leave() {
    if (reason !== null) return
    setDrafts({})
    if (ends.some(({ key }) => next[key] !== assumption[key])) onChange(next)
  }
  return (
    <fieldset className="assumption">
      <legend>{assumption.meaning}</legend>
      <div className="assumption-ends">
        {ends.map(({ key, name }) => (
          <label key={key} className="field">
            <span>{name}</span>
            <input
              type="number"
              inputMode="decimal"
              min={0}
              step="any"
              value={drafts[key] ?? String(round(assumption[key]))}
              aria-invalid={reason !== null}
              aria-describedby={reasonId}
              onChange={(event) => setDrafts({ ...drafts, [key]: event.target.value })}
              onBlur={leave}
              onKeyDown={(event) => event.key === 'Enter' && leave()}
            />
          </label>
        ))}
        <span className="assumption-unit small soft">
          {assumption.unit.replace(/\bcurrency\b/, currency)}
        </span>
      </div>
      <p id={reasonId} className="small" role={reason === null ? undefined : 'alert'}>
        {reason ?? (
          <>
            <strong>{sources[assumption.source]}.</strong>{' '}
            <span className="soft">{assumption.reference}</span>
          </>
        )}
      </p>
    </fieldset>
  )
}

function parseDrafts(
  assumption: AssumptionJson,
  drafts: { readonly [key in End]?: string },
): AssumptionInput {
  const read = (key: End) => {
    const draft = drafts[key]
    if (draft === undefined) return assumption[key]
    return draft.trim() === '' ? Number.NaN : Number(draft)
  }
  return { name: assumption.name, low: read('low'), mid: read('mid'), high: read('high') }
}

/** Measured means carry more digits than anyone reads. */
function round(value: number): number {
  return Math.round(value * 100) / 100
}
