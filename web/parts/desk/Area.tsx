type Props = {
  readonly name: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string
  readonly rows?: number
  readonly disabled?: boolean
}

/** One labelled field for a few sentences. */
export function Area({ name, value, onChange, hint, rows = 2, disabled = false }: Props) {
  return (
    <label className="field area">
      <span>{name}</span>
      <textarea
        rows={rows}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint !== undefined && <small className="soft">{hint}</small>}
    </label>
  )
}
