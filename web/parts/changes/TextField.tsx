type Props = {
  readonly name: string
  readonly value: string
  readonly type?: 'text' | 'number' | 'date' | 'password'
  readonly onChange: (value: string) => void
}

/** One labelled line of text. */
export function TextField({ name, value, type = 'text', onChange }: Props) {
  return (
    <label className={type === 'text' || type === 'password' ? 'field field-wide' : 'field'}>
      <span>{name}</span>
      <input
        type={type}
        autoComplete={type === 'password' ? 'off' : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}
