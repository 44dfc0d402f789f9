import type { GuidelineJson } from '../../../contract/desk/guidelines.ts'
import { TextField } from '../changes/TextField.tsx'
import { type Authority, changeAuthority } from './guideline-draft.ts'

type Props = {
  readonly draft: GuidelineJson
  readonly onChange: (draft: GuidelineJson) => void
  readonly currency: string
}

const roles = ['rep', 'lead'] as const
const amounts = [
  { key: 'perGrant', name: 'at once' },
  { key: 'perIssue', name: 'on one issue' },
  { key: 'perDay', name: 'on one day' },
] as const

/** What a rep and a lead may grant; beyond a rep stands the lead, beyond the lead the owner. */
export function AuthorityFields({ draft, onChange, currency }: Props) {
  return roles.map((role) => (
    <fieldset key={role} className="range-field">
      <legend>
        What a {role} may grant, in {currency}
      </legend>
      <div className="row-form">
        {amounts.map(({ key, name }) => (
          <TextField
            key={key}
            name={name}
            type="number"
            value={String((draft.authorities.find((one) => one.role === role)?.[key] ?? 0) / 100)}
            onChange={(text) => onChange(changeAuthority(draft, role, toChange(role, key, text)))}
          />
        ))}
        <TextField
          name="% of issues at most; empty: all"
          type="number"
          value={sayShare(draft.authorities.find((one) => one.role === role)?.shareOfIssues ?? null)}
          onChange={(text) => onChange(changeAuthority(draft, role, { shareOfIssues: toShare(text) }))}
        />
      </div>
    </fieldset>
  ))
}

function sayShare(share: number | null): string {
  return share === null ? '' : String(Math.round(share * 1000) / 10)
}

function toShare(text: string): number | null {
  return text.trim() === '' ? null : Number(text) / 100
}

function toChange(
  role: 'rep' | 'lead',
  key: 'perGrant' | 'perIssue' | 'perDay',
  text: string,
): Partial<Authority> {
  const minor = Math.round(Number(text) * 100)
  return { [key]: minor, ...(role === 'rep' ? { beyond: 'lead' } : {}) }
}
