import type { Guess, Mapping } from '../../../core/interactions/mapping.ts'
import {
  listKindValues,
  parseValues,
  setColumn,
  setCompanyValues,
  setCustomerColumn,
} from './edit-mapping.ts'
import { ColumnChoice } from './FieldRow.tsx'
import { durationUnits, fieldNames, kinds, timeFormats } from './mapping-words.ts'
import { RatingValues } from './RatingValues.tsx'

type Props = {
  readonly columns: Guess['columns']
  readonly mapping: Mapping
  readonly reasons: Guess['reasons']
  readonly onChange: (mapping: Mapping) => void
}

const zones = Intl.supportedValuesOf('timeZone')

/** How times, absences and speakers are written. */
export function MappingSettings({ columns, mapping, reasons, onChange }: Props) {
  const why = (field: string) => reasons.find((reason) => reason.field === field)?.because
  return (
    <div className="settings">
      <OneOf
        label="Times are written like"
        names={timeFormats}
        value={mapping.timeFormat}
        because={why('timeFormat')}
        onChoose={(timeFormat) => onChange({ ...mapping, timeFormat })}
      />
      {(['time', 'openedAt'] as const)
        .filter((field) => mapping.columns[field] !== undefined)
        .map((field) => (
          <ColumnChoice
            key={field}
            label={`${fieldNames[field]}: its time of day`}
            none="In the same place"
            columns={columns}
            chosen={mapping.columns[field]?.[1] ?? ''}
            onChoose={(column) => onChange(setColumn(mapping, field, 1, column))}
          />
        ))}
      <label className="field">
        <span>Time zone of times that do not say theirs</span>
        <input
          list="zones"
          defaultValue={mapping.timeZone}
          onBlur={(event) => onChange({ ...mapping, timeZone: event.target.value.trim() || 'UTC' })}
        />
        <datalist id="zones">
          {zones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <Because text={why('timeZone')} />
      </label>
      <Values
        label="Values that mean “not known”, with commas between"
        values={mapping.missing}
        because={why('missing')}
        onLeave={(missing) => onChange({ ...mapping, missing })}
      />
      <OneOf
        label="Each is, where nothing says it"
        names={kinds}
        value={mapping.kind}
        because={why('kind')}
        onChoose={(kind) => onChange({ ...mapping, kind })}
      />
      {listKindValues(columns, mapping).map((value) => (
        <OneOf
          key={value}
          label={`“${value}” as ${fieldNames.kind.toLowerCase()} means`}
          names={kinds}
          value={mapping.kindValues[value] ?? mapping.kind}
          because={undefined}
          onChoose={(kind) => onChange({ ...mapping, kindValues: { ...mapping.kindValues, [value]: kind } })}
        />
      ))}
      {mapping.columns.from !== undefined && mapping.companyValues === undefined && (
        <Values
          label="Values of “who spoke” that mean the customer"
          values={mapping.customerValues}
          because={why('from')}
          onLeave={(customerValues) => onChange({ ...mapping, customerValues })}
        />
      )}
      {mapping.columns.from !== undefined && mapping.companyValues === undefined && (
        <ColumnChoice
          label="The customer spoke, too, where “who spoke” is the same as"
          none="No column"
          columns={columns}
          chosen={mapping.customerColumn ?? ''}
          onChoose={(column) => onChange(setCustomerColumn(mapping, column))}
        />
      )}
      {mapping.columns.from !== undefined && (
        <Values
          label="Values of “who spoke” that mean the company, such as info@example.org or all of @example.org"
          values={mapping.companyValues ?? []}
          because={undefined}
          onLeave={(companyValues) => onChange(setCompanyValues(mapping, companyValues))}
        />
      )}
      <RatingValues
        key={mapping.columns.rating?.[0]}
        columns={columns}
        mapping={mapping}
        onChange={onChange}
      />
      {mapping.columns.duration !== undefined && (
        <OneOf
          label="Lengths are given in"
          names={durationUnits}
          value={mapping.durationUnit}
          because={undefined}
          onChoose={(durationUnit) => onChange({ ...mapping, durationUnit })}
        />
      )}
    </div>
  )
}

type OneOfProps<T extends string> = {
  readonly label: string
  readonly names: Readonly<Record<T, string>>
  readonly value: T
  readonly because: string | undefined
  readonly onChoose: (value: T) => void
}

function OneOf<T extends string>({ label, names, value, because, onChoose }: OneOfProps<T>) {
  const isOwn = (text: string): text is T => text in names
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => isOwn(event.target.value) && onChoose(event.target.value)}>
        {Object.entries<string>(names).map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
      <Because text={because} />
    </label>
  )
}

type ValuesProps = {
  readonly label: string
  readonly values: readonly string[]
  readonly because: string | undefined
  readonly onLeave: (values: readonly string[]) => void
}

function Values({ label, values, because, onLeave }: ValuesProps) {
  const shown = values.join(', ')
  return (
    <label className="field">
      <span>{label}</span>
      <input
        defaultValue={shown}
        onBlur={({ target }) => {
          // An empty value can't be seen, and must outlive a look.
          if (target.value !== shown) onLeave(parseValues(target.value))
        }}
      />
      <Because text={because} />
    </label>
  )
}

function Because({ text }: { readonly text: string | undefined }) {
  return text === undefined ? null : <small className="soft">{text}</small>
}
