import type { GuidelineJson } from '../../../contract/desk/guidelines.ts'
import { TextField } from '../changes/TextField.tsx'
import { toMinor } from '../desk/money.ts'
import { ConditionFields } from './ConditionFields.tsx'
import { changeOption, type Option, removeOption } from './guideline-draft.ts'

type Props = {
  readonly option: Option
  readonly draft: GuidelineJson
  readonly onChange: (draft: GuidelineJson) => void
}

/** One option: what they get, what to say, why it is allowed, what it is worth to them and costs us. */
export function OptionFields({ option, draft, onChange }: Props) {
  const set = (change: Partial<Option>) => onChange(changeOption(draft, option.id, change))
  return (
    <fieldset className="range-field option-fields">
      <legend>{option.gives === '' ? 'An option' : option.gives}</legend>
      <TextField name="What they get" value={option.gives} onChange={(gives) => set({ gives })} />
      <TextField name="What to say" value={option.say} onChange={(say) => set({ say })} />
      <TextField name="Why it is allowed" value={option.because} onChange={(because) => set({ because })} />
      <div className="row-form">
        <TextField
          name="Worth to them"
          type="number"
          value={String(option.value / 100)}
          onChange={(value) => set({ value: amount(value) })}
        />
        <TextField
          name="Costs us"
          type="number"
          value={String(option.cost / 100)}
          onChange={(cost) => set({ cost: amount(cost) })}
        />
        <button
          type="button"
          className="plain-button undo-button"
          onClick={() => onChange(removeOption(draft, option.id))}
        >
          Take it out
        </button>
      </div>
      <ConditionFields conditions={option.conditions} onChange={(conditions) => set({ conditions })} />
    </fieldset>
  )
}

/** An empty field is nought while somebody types. */
function amount(text: string): number {
  return text === '' ? 0 : toMinor(text)
}
