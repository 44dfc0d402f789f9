import './corrections.css'
import type { InteractionJson } from '../../../contract/screens.ts'
import type { WayOfChoosing } from '../../../core/signals/corrections/correction.ts'
import { companySignals, customerSignals } from '../../../core/signals/signal.ts'
import { nameSignal, parseSignal } from '../../ui/signals.ts'
import type { Mark } from './to-marks.ts'
import { type Said, useCorrections } from './useCorrections.ts'

type Props = {
  readonly workspace: string
  readonly interaction: InteractionJson
  readonly mark: Mark
  readonly chosen: WayOfChoosing
}

/** Right, wrong, something else instead, and back: beside what was read, one click each. */
export function Judge({ workspace, interaction, mark, chosen }: Props) {
  const { say, undo, isBusy, error } = useCorrections(workspace)
  const { kind, word, place } = mark
  const name = nameSignal(kind).toLowerCase()
  const judged: Said = {
    interaction: interaction.id,
    kind,
    place: word?.start === null ? null : place,
    verdict: 'right',
    instead: null,
    chosen,
  }
  return (
    <span className="judge">
      {word === null ? (
        <>
          <button type="button" disabled={isBusy} aria-label={`Right: ${name}`} onClick={() => say(judged)}>
            Right
          </button>
          <button
            type="button"
            disabled={isBusy}
            aria-label={`Wrong: ${name}`}
            onClick={() => say({ ...judged, verdict: 'wrong' })}
          >
            Wrong
          </button>
        </>
      ) : (
        <>
          <span className="judge-word">{sayWord(mark)}</span>
          {mark.isStruck && (
            <SignalChoice
              label={`What it is instead of ${name}`}
              empty="Instead …"
              interaction={interaction}
              onChoose={(instead) => say({ ...judged, verdict: 'wrong', instead })}
            />
          )}
          <button
            type="button"
            disabled={isBusy}
            aria-label={`Undo what was said of ${name}`}
            onClick={() => undo(word.id)}
          >
            Undo
          </button>
        </>
      )}
      {error !== null && <span role="alert">Not kept. Try again.</span>}
    </span>
  )
}

function sayWord({ word, isStruck }: Mark): string {
  if (word === null) return ''
  if (isStruck) return `wrong, says ${word.reviewer}`
  const before = word.verdict === 'wrong' && word.label !== null ? `not “${word.label}”, ` : ''
  return `${before === '' ? 'right, ' : before}says ${word.reviewer}`
}

type ChoiceProps = {
  readonly label: string
  readonly empty: string
  readonly interaction: InteractionJson
  readonly onChoose: (kind: (typeof customerSignals | typeof companySignals)[number]) => void
}

/** The signals that a message of its side can show. */
export function SignalChoice({ label, empty, interaction, onChoose }: ChoiceProps) {
  const kinds = interaction.from === 'customer' ? customerSignals : companySignals
  return (
    <select
      aria-label={label}
      value=""
      onChange={(event) => {
        const kind = parseSignal(event.target.value)
        if (kind !== null) onChoose(kind)
      }}
    >
      <option value="">{empty}</option>
      {kinds.map((kind) => (
        <option key={kind} value={kind}>
          {nameSignal(kind)}
        </option>
      ))}
    </select>
  )
}
