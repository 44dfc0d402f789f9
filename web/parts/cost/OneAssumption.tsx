import { useId, useState } from 'react'
import type { AssumptionInput } from '../../../contract/cost.ts'
import { type Assumption, whyNotAssumption } from '../../../core/cost/assumption.ts'
import { reachOf, scaleRange } from './scale-range.ts'

type Props = {
  readonly assumption: Assumption
  /** What a slider has made of it for now. */
  readonly tried: AssumptionInput | null
  readonly currency: string
  readonly onChange: (changed: AssumptionInput) => void
  readonly onTry: (tried: AssumptionInput) => void
}

const ends = [
  { key: 'low', name: 'Low' },
  { key: 'mid', name: 'Middle' },
  { key: 'high', name: 'High' },
] as const
type End = (typeof ends)[number]['key']

const sources = { default: 'Assumed', measured: 'Measured', entered: 'Entered' } as const

/** Three numbers that a person may know better; saved on leaving a field, once they make sense together. */
export function OneAssumption({ assumption, tried, currency, onChange, onTry }: Props) {
  const [drafts, setDrafts] = useState<{ readonly [key in End]?: string }>({})
  const reasonId = useId()
  const current = tried ?? assumption
  const next = parseDrafts(current, drafts)
  const reason = whyNotAssumption(next)
  function leave() {
    if (reason !== null) return
    setDrafts({})
    if (ends.some(({ key }) => next[key] !== current[key])) onChange(next)
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
              value={drafts[key] ?? String(round(current[key]))}
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
      <input
        type="range"
        className="assumption-slider"
        aria-label={`What if: ${assumption.meaning}`}
        min={0}
        max={reachOf(assumption)}
        step={reachOf(assumption) / 100}
        value={current.mid}
        onChange={(event) =>
          onTry({ name: assumption.name, ...scaleRange(assumption, Number(event.target.value)) })
        }
      />
      <p id={reasonId} className="small" role={reason === null ? undefined : 'alert'}>
        {reason ?? (
          <>
            <strong>{tried === null ? sources[assumption.source] : 'What if'}.</strong>{' '}
            <span className="soft">{assumption.reference}</span>
          </>
        )}
      </p>
    </fieldset>
  )
}

function parseDrafts(
  { name, low, mid, high }: AssumptionInput,
  drafts: { readonly [key in End]?: string },
): AssumptionInput {
  const read = (draft: string | undefined, known: number) => {
    if (draft === undefined) return known
    return draft.trim() === '' ? Number.NaN : Number(draft)
  }
  return { name, low: read(drafts.low, low), mid: read(drafts.mid, mid), high: read(drafts.high, high) }
}

/** Measured means carry more digits than anyone reads. */
function round(value: number): number {
  return Math.round(value * 100) / 100
}
