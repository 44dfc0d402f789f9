import { useState } from 'react'
import type { ReviewItem } from '../../../contract/review.ts'
import type { ReviewAsk } from '../../../core/signals/corrections/order-review.ts'
import type { SignalKind } from '../../../core/signals/signal.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { plural } from '../../ui/format.ts'
import { explainSignal, nameSignal } from '../../ui/signals.ts'
import { SignalChoice } from '../corrections/Judge.tsx'
import { useCorrections } from '../corrections/useCorrections.ts'
import { OneInteraction } from '../issues/Timeline.tsx'
import { useReviewKeys } from './useReviewKeys.ts'

type Props = { readonly workspace: string; readonly ask: ReviewAsk; readonly items: readonly ReviewItem[] }

/** One text after the other: right, wrong, something else, later, and back to the last. */
export function AskedNext({ workspace, ask, items }: Props) {
  const { say, undo, error } = useCorrections(workspace)
  const [passed, setPassed] = useState<readonly string[]>([])
  const [last, setLast] = useState<{ readonly key: string; readonly said: Promise<string | null> } | null>(
    null,
  )
  // What was asked for first stays in its order, so that no text goes away under the reader's eyes.
  const [queue] = useState(items)
  const next = [...queue, ...items].find((known) => !passed.includes(keyOf(known)))
  const item = items.find((known) => next !== undefined && keyOf(known) === keyOf(next)) ?? next

  function answer(verdict: 'right' | 'wrong', instead: SignalKind | null = null) {
    if (item === undefined) return
    const { interaction, kind, place, chosen } = item
    setPassed([...passed, keyOf(item)])
    const said = say({ interaction: interaction.id, kind, place, verdict, instead, chosen })
    setLast({ key: keyOf(item), said })
  }
  async function takeBack() {
    if (last === null) return
    setLast(null)
    setPassed(passed.filter((key) => key !== last.key))
    const id = await last.said
    if (id !== null) undo(id)
  }
  const skip = () => item !== undefined && setPassed([...passed, keyOf(item)])
  const canDeny = item?.kind != null
  useReviewKeys({
    y: () => answer('right'),
    n: () => canDeny && answer('wrong'),
    s: skip,
    u: takeBack,
  })
  return (
    <section className="section asked" aria-label="Asked next">
      {item === undefined ? (
        <p className="page-intro">{sayNothingLeft(ask)}</p>
      ) : (
        <>
          <h2>{sayQuestion(item)}</h2>
          {item.kind !== null && <p className="section-note">{explainSignal(item.kind)}</p>}
          <div className={item.kind === null ? 'asked-text' : 'asked-text asked-one'}>
            <OneInteraction
              workspace={workspace}
              interaction={item.interaction}
              chosen={item.chosen === 'lot' ? 'lot' : 'met'}
            />
          </div>
        </>
      )}
      <div className="asked-answers">
        {item !== undefined && (
          <>
            <button type="button" className="button button-first" onClick={() => answer('right')}>
              {item.kind === null ? 'That is all' : 'Right'} <kbd>y</kbd>
            </button>
            {item.kind !== null && (
              <>
                <button type="button" className="button" onClick={() => answer('wrong')}>
                  Wrong <kbd>n</kbd>
                </button>
                <SignalChoice
                  label="What it is instead"
                  empty="Something else …"
                  interaction={item.interaction}
                  onChoose={(instead) => answer('wrong', instead)}
                />
              </>
            )}
            <button type="button" className="plain-button" onClick={skip}>
              Later <kbd>s</kbd>
            </button>
          </>
        )}
        {last !== null && (
          <button type="button" className="plain-button" onClick={takeBack}>
            Undo the last <kbd>u</kbd>
          </button>
        )}
      </div>
      <p className="small soft" role="status">
        {passed.length > 0 && `${plural(passed.length, 'text')} so far.`}
      </p>
      {error !== null && <FailedStep error={error} />}
    </section>
  )
}

function keyOf({ interaction, kind, place }: ReviewItem): string {
  return `${interaction.id} ${kind} ${place?.start}`
}

function sayQuestion({ kind }: ReviewItem): string {
  return kind === null
    ? 'Is everything marked that this message shows?'
    : `Do the marked words show this: ${nameSignal(kind).toLowerCase()}?`
}

function sayNothingLeft(ask: ReviewAsk): string {
  return ask === 'second'
    ? 'Nothing left that others have judged and you have not.'
    : 'Nothing left to ask. The next reading brings new texts.'
}
