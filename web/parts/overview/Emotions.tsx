import type { Report } from '../../../contract/report.ts'
import { isKnown } from '../../../core/base/cannot-say.ts'
import { paths } from '../../paths.ts'
import { CannotSay } from '../../ui/CannotSay.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { formatCount } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { emotionScale, nameSignal, toneOf } from '../../ui/signals.ts'

type Props = { readonly workspace: string; readonly emotions: Report['emotions'] }

/** What customers said they felt, from strained to eased, around one middle line. */
export function Emotions({ workspace, emotions }: Props) {
  if (!isKnown(emotions)) {
    return (
      <Section title="What they felt">
        <CannotSay because={emotions.cannotSay} />
      </Section>
    )
  }
  const felt = emotionScale.filter((emotion) => (emotions[emotion] ?? 0) > 0)
  const most = Math.max(1, ...felt.map((emotion) => emotions[emotion] ?? 0))
  return (
    <Section
      title="What they felt"
      note="Contacts, by the emotion that the customer’s words show most; most show none."
    >
      {felt.length === 0 && <p>No contact shows an emotion.</p>}
      <ul className="emotions">
        {felt.map((emotion) => (
          <li key={emotion}>
            <span className="emotion-name">{nameSignal(emotion)}</span>
            <span className={`emotion-track emotion-${toneOf(emotion).side}`} aria-hidden="true">
              <span
                style={{
                  width: `${((emotions[emotion] ?? 0) / most) * 100}%`,
                  background: `var(${toneOf(emotion).colour})`,
                }}
              />
            </span>
            <span className="number">
              <Figure href={paths.contacts(workspace, { emotion })}>
                {formatCount(emotions[emotion] ?? 0)}
              </Figure>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
