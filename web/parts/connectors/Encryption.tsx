import type { ConnectorSettings } from '../../../contract/connectors.ts'

type Security = NonNullable<ConnectorSettings['security']>

const words: Readonly<Record<Security, string>> = {
  tls: 'From the first byte (TLS)',
  starttls: 'After the greeting (STARTTLS)',
  none: 'None; only for a computer of your own',
}

type Props = {
  readonly name: string
  readonly value: Security
  readonly onChange: (value: Security) => void
}

/** How a mail server is spoken to. */
export function Encryption({ name, value, onChange }: Props) {
  return (
    <label className="field field-wide">
      <span>{name}</span>
      <select value={value} onChange={(event) => onChange(securityOf(event.target.value))}>
        {(['tls', 'starttls', 'none'] as const).map((one) => (
          <option key={one} value={one}>
            {words[one]}
          </option>
        ))}
      </select>
    </label>
  )
}

function securityOf(text: string): Security {
  return text === 'none' || text === 'starttls' ? text : 'tls'
}
