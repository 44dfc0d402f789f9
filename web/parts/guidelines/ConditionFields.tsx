import { TextField } from '../changes/TextField.tsx'
import type { Option } from './guideline-draft.ts'

type Condition = Option['conditions'][number]
type Kind = Condition['kind']
type Props = { readonly conditions: Option['conditions']; readonly onChange: (all: Condition[]) => void }

const kinds: Readonly<Record<Kind, string>> = {
  contacts: 'after so many contacts',
  lastingDays: 'when it has lasted so many days',
  channel: 'on this channel only',
  notWithinDays: 'so many days after the last time',
}

/** What must be so before an option may be given; all of it must. */
export function ConditionFields({ conditions, onChange }: Props) {
  const set = (index: number, change: Condition) =>
    onChange(conditions.map((one, at) => (at === index ? change : one)))
  return (
    <div className="section">
      {conditions.map((condition, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name; each field shows what it is given
        <div key={index} className="row-form">
          <label className="field">
            <span>Only</span>
            <select
              value={condition.kind}
              onChange={({ target }) => set(index, emptyCondition(findKind(target.value)))}
            >
              {Object.entries(kinds).map(([kind, words]) => (
                <option key={kind} value={kind}>
                  {words}
                </option>
              ))}
            </select>
          </label>
          <TextField
            name={condition.kind === 'channel' ? 'Channel' : 'How many'}
            type={condition.kind === 'channel' ? 'text' : 'number'}
            value={typedIn(condition)}
            onChange={(text) => set(index, withValue(condition, text))}
          />
          <button
            type="button"
            className="plain-button undo-button"
            onClick={() => onChange(conditions.filter((_, at) => at !== index))}
          >
            Without this condition
          </button>
        </div>
      ))}
      <p>
        <button
          type="button"
          className="plain-button undo-button"
          onClick={() => onChange([...conditions, emptyCondition('contacts')])}
        >
          Add a condition
        </button>
      </p>
    </div>
  )
}

function findKind(text: string): Kind {
  return (
    (['contacts', 'lastingDays', 'channel', 'notWithinDays'] as const).find((kind) => kind === text) ??
    'contacts'
  )
}

function emptyCondition(kind: Kind): Condition {
  switch (kind) {
    case 'channel':
      return { kind, channel: '' }
    case 'notWithinDays':
      return { kind, days: 30 }
    default:
      return { kind, least: 2 }
  }
}

function typedIn(condition: Condition): string {
  if (condition.kind === 'channel') return condition.channel
  return String(condition.kind === 'notWithinDays' ? condition.days : condition.least)
}

/** The same condition with what was typed; a number is refused where it makes no sense when it is saved. */
function withValue(condition: Condition, text: string): Condition {
  switch (condition.kind) {
    case 'channel':
      return { kind: 'channel', channel: text }
    case 'notWithinDays':
      return { kind: 'notWithinDays', days: Number(text) }
    default:
      return { kind: condition.kind, least: Number(text) }
  }
}

/** A condition as it stands on the guideline's page. */
export function sayCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'contacts':
      return `Only from contact ${condition.least} on.`
    case 'lastingDays':
      return `Only when it has lasted ${condition.least} days.`
    case 'channel':
      return `Only on ${condition.channel}.`
    case 'notWithinDays':
      return `Only ${condition.days} days after the last time.`
  }
}
