import type { Guess, MappedField } from '../../../core/interactions/mapping.ts'
import { startWithCapital } from '../../ui/format.ts'
import { fieldNames } from './mapping-words.ts'

type Props = {
  readonly field: MappedField
  readonly columns: Guess['columns']
  readonly chosen: readonly string[]
  readonly because: string | null
  readonly onChoose: (column: string) => void
}

/** One field: its column, what stands in it, and why we think so. */
export function FieldRow({ field, columns, chosen, because, onChoose }: Props) {
  const [first = ''] = chosen
  const examples = columns.find(({ name }) => name === first)?.examples ?? []
  return (
    <div className="field-row">
      <ColumnChoice
        label={fieldNames[field]}
        none="Nothing tells it"
        columns={columns}
        chosen={first}
        onChoose={onChoose}
      />
      <p className="small soft">
        {because !== null && <span className="because">{startWithCapital(because)}</span>}
        {examples.length > 0 && <span className="examples">{examples.slice(0, 3).join(' · ')}</span>}
      </p>
    </div>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly none: string
  readonly columns: Guess['columns']
  readonly chosen: string
  readonly onChoose: (column: string) => void
}

export function ColumnChoice({ label, none, columns, chosen, onChoose }: ChoiceProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <select value={chosen} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{none}</option>
        {columns.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  )
}
