import type { Range } from '../../../core/base/figure.ts'

const ends = [
  { key: 'low', name: 'Low' },
  { key: 'mid', name: 'Middle' },
  { key: 'high', name: 'High' },
] as const

/** A range while it is being typed: what stands in each field, which may be nothing yet. */
export type RangeDraft = { readonly [End in keyof Range]: string }

type Props = {
  readonly name: string
  readonly unit: string
  readonly draft: RangeDraft
  readonly onChange: (draft: RangeDraft) => void
}

/** Three numbers: what one would be surprised to fall short of, what one expects, what one would be surprised to exceed. */
export function RangeField({ name, unit, draft, onChange }: Props) {
  return (
    <fieldset className="range-field">
      <legend>{name}</legend>
      <div className="range-ends">
        {ends.map(({ key, name: end }) => (
          <label key={key} className="field">
            <span>{end}</span>
            <input
              type="number"
              inputMode="decimal"
              step="any"
              value={draft[key]}
              onChange={(event) => onChange({ ...draft, [key]: event.target.value })}
            />
          </label>
        ))}
        <span className="small soft range-unit">{unit}</span>
      </div>
    </fieldset>
  )
}
