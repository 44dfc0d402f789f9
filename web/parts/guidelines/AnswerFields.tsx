import type { GuidelineJson } from '../../../contract/desk/guidelines.ts'
import { TextField } from '../changes/TextField.tsx'

type Props = {
  readonly draft: GuidelineJson
  readonly onChange: (draft: GuidelineJson) => void
}

/** By when an exception is answered and what holds without an answer; how often reps are asked whether it fits. */
export function AnswerFields({ draft, onChange }: Props) {
  return (
    <div className="row-form">
      <TextField
        name="Hours to answer an exception"
        type="number"
        value={String(draft.answerHours)}
        onChange={(text) => onChange({ ...draft, answerHours: Number(text) })}
      />
      <label className="field">
        <span>Without an answer it is</span>
        <select
          value={draft.byDefault}
          onChange={({ target }) =>
            onChange({ ...draft, byDefault: target.value === 'declined' ? 'declined' : 'granted' })
          }
        >
          <option>granted</option>
          <option>declined</option>
        </select>
      </label>
      <TextField
        name="Weeks until reps are asked again; empty: never"
        type="number"
        value={draft.roundWeeks === null ? '' : String(draft.roundWeeks)}
        onChange={(text) => onChange({ ...draft, roundWeeks: text.trim() === '' ? null : Number(text) })}
      />
    </div>
  )
}
