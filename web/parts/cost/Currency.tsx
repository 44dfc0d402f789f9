type Props = { readonly currency: string; readonly onChange: (currency: string) => void }

const names = new Intl.DisplayNames('en', { type: 'currency' })
const known = Intl.supportedValuesOf('currency')

/** In which money everything is said; amounts are entered in it and never converted. */
export function Currency({ currency, onChange }: Props) {
  const offered = known.includes(currency) ? known : [currency, ...known]
  return (
    <label className="field">
      <span>Currency</span>
      <select value={currency} onChange={(event) => onChange(event.target.value)}>
        {offered.map((code) => (
          <option key={code} value={code}>
            {code}, {names.of(code)}
          </option>
        ))}
      </select>
      <small className="soft">Numbers stay as they are entered: nothing is converted.</small>
    </label>
  )
}
