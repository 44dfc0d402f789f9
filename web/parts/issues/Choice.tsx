type Props = {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly name: string }[]
  /** What the empty choice means: `Any cause`. */
  readonly any: string
  readonly onChoose: (value: string) => void
  readonly isFirst?: boolean
}

/** One filter: a labelled choice; `f` goes to the first of them. */
export function Choice({ label, value, options, any, onChoose, isFirst = false }: Props) {
  const isListed = value === '' || options.some((option) => option.value === value)
  return (
    <label className="field">
      <span>{label}</span>
      <select
        value={value}
        onChange={(event) => onChoose(event.target.value)}
        {...(isFirst ? { 'data-filter': true } : {})}
      >
        <option value="">{any}</option>
        {!isListed && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  )
}
