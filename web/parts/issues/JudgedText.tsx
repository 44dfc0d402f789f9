import type { InteractionJson } from '../../../contract/screens.ts'
import type { WayOfChoosing } from '../../../core/signals/corrections/correction.ts'
import { Judge, SignalChoice } from '../corrections/Judge.tsx'
import { type Mark, toMarks } from '../corrections/to-marks.ts'
import { useCorrections } from '../corrections/useCorrections.ts'
import { MarkedText, MarkName } from './MarkedText.tsx'

type Props = {
  readonly workspace: string
  readonly interaction: InteractionJson
  readonly text: string
  readonly chosen: WayOfChoosing
}

/** A text with what was read in it, which a reader may correct on the spot. */
export function JudgedText({ workspace, interaction, text, chosen }: Props) {
  const { inText, ofWhole } = toMarks(interaction)
  const { say } = useCorrections(workspace)
  const judge = (mark: Mark) => (
    <Judge workspace={workspace} interaction={interaction} mark={mark} chosen={chosen} />
  )
  return (
    <>
      <p className="said-text">
        <MarkedText text={text} marks={inText} judge={judge} />
        {ofWhole.map((mark) => (
          <MarkName key={mark.kind} mark={mark} judge={judge} />
        ))}
      </p>
      <div className="said-missing">
        <SignalChoice
          label="Add what this message shows"
          empty="Add what is missing"
          interaction={interaction}
          onChoose={(kind) =>
            say({
              interaction: interaction.id,
              kind,
              place: null,
              verdict: 'right',
              instead: null,
              chosen,
            })
          }
        />
      </div>
    </>
  )
}
