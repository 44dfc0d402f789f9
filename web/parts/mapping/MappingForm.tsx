import { useState } from 'react'
import type { Guess, MappedField, Mapping } from '../../../core/interactions/mapping.ts'
import { startWithCapital } from '../../ui/format.ts'
import { findDoubles, keepAttribute, setColumn } from './edit-mapping.ts'
import { FieldRow } from './FieldRow.tsx'
import { MappingSettings } from './MappingSettings.tsx'
import { fieldNames } from './mapping-words.ts'

type Props = {
  readonly columns: Guess['columns']
  readonly mapping: Mapping
  readonly reasons: Guess['reasons']
  readonly onChange: (mapping: Mapping) => void
}

const fields = Object.keys(fieldNames).filter((name): name is MappedField => name in fieldNames)

/** Which column tells what, with the reason for each guess; everything can be corrected. */
export function MappingForm({ columns, mapping, reasons, onChange }: Props) {
  const mapped = fields.filter((field) => mapping.columns[field] !== undefined)
  const open = fields.filter((field) => mapping.columns[field] === undefined)
  // What was proposed is no slip of whoever looks.
  const [proposed] = useState(mapping)
  const doubles = findDoubles(mapping, proposed)
  const row = (field: MappedField) => (
    <FieldRow
      key={field}
      field={field}
      columns={columns}
      chosen={mapping.columns[field] ?? []}
      because={reasons.find((reason) => reason.field === field)?.because ?? null}
      onChoose={(column) => onChange(setColumn(mapping, field, 0, column))}
    />
  )
  return (
    <div className="mapping">
      <div className="field-rows">{mapped.map(row)}</div>
      {doubles.length > 0 && (
        <p role="status">{doubles.join(', ')} feeds more than one field. Is that meant so?</p>
      )}
      <details>
        <summary>What nothing here tells, as we read it ({open.length})</summary>
        <div className="field-rows">{open.map(row)}</div>
      </details>
      <details>
        <summary>How values are written</summary>
        <MappingSettings columns={columns} mapping={mapping} reasons={reasons} onChange={onChange} />
      </details>
      <details>
        <summary>What else is kept with each ({mapping.attributes.length})</summary>
        <Attributes columns={columns} mapping={mapping} reasons={reasons} onChange={onChange} />
      </details>
    </div>
  )
}

function Attributes({ columns, mapping, reasons, onChange }: Props) {
  const order = columns.map(({ name }) => name)
  const used = Object.values(mapping.columns).flat()
  return (
    <div className="switches">
      {sayLeftOut(mapping, reasons).map((line) => (
        <p key={line} className="small soft left-out">
          {line}
        </p>
      ))}
      {order
        .filter((column) => !used.includes(column))
        .map((column) => (
          <label key={column}>
            <input
              type="checkbox"
              checked={mapping.attributes.includes(column)}
              onChange={(event) =>
                onChange(keepAttribute(mapping, order, { column, isKept: event.target.checked }))
              }
            />{' '}
            {column}
          </label>
        ))}
    </div>
  )
}

/** Why columns are not kept, where that is known. */
function sayLeftOut({ columns, attributes }: Mapping, reasons: Props['reasons']): readonly string[] {
  const read = [...Object.values(columns).flat(), ...attributes]
  return reasons.flatMap(({ field, columns: named, because }) => {
    const left = named.filter((name) => !read.includes(name))
    return field === 'format' && left.length > 0 ? [`${startWithCapital(because)}: ${left.join(', ')}.`] : []
  })
}
