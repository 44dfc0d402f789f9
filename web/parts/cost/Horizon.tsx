type Props = { readonly months: number; readonly onChange: (months: number) => void }

const choices = [3, 6, 12, 24, 36]

/** How far ahead to look. */
export function Horizon({ months, onChange }: Props) {
  const offered = choices.includes(months) ? choices : [...choices, months].sort((one, other) => one - other)
  return (
    <label className="field horizon">
      <span>Months ahead</span>
      <select value={months} onChange={(event) => onChange(Number(event.target.value))}>
        {offered.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    </label>
  )
}
