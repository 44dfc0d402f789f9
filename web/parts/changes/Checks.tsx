type Props = {
  readonly name: string
  readonly options: readonly string[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Any of several, none meaning all of them. */
export function Checks({ name, options, chosen, onChange }: Props) {
  if (options.length === 0) return null
  return (
    <fieldset className="range-field">
      <legend>{name}</legend>
      <div className="switches">
        {options.map((option) => (
          <label key={option}>
            <input
              type="checkbox"
              checked={chosen.includes(option)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, option] : chosen.filter((one) => one !== option))
              }
            />
            {option}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
