import type { Report } from '../../../contract/report.ts'
import { isKnown } from '../../../core/base/cannot-say.ts'
import { insideOutKinds, outsideInKinds } from '../../../core/signals/posture.ts'
import { paths } from '../../paths.ts'
import { CannotSay } from '../../ui/CannotSay.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { formatShare, plural } from '../../ui/format.ts'
import { Go } from '../../ui/Go.tsx'
import { Section } from '../../ui/Page.tsx'
import { nameSignal } from '../../ui/signals.ts'

type Props = { readonly workspace: string; readonly posture: Report['posture'] }

/** What a posture is read from; each of these opens the messages that show it. */
const postures = [
  { key: 'outsideIn', name: 'Outside-in', signals: outsideInKinds },
  { key: 'both', name: 'Both at once', signals: [] },
  { key: 'neither', name: 'Neither', signals: [] },
  { key: 'insideOut', name: 'Inside-out', signals: insideOutKinds },
] as const

/** How the company's messages treat the customer. */
export function PostureOfReplies({ workspace, posture }: Props) {
  if (!isKnown(posture)) {
    return (
      <Section title="How they were answered">
        <CannotSay because={posture.cannotSay} />
      </Section>
    )
  }
  const all = Math.max(1, posture.messages)
  return (
    <Section
      title="How they were answered"
      note={`Read in ${plural(posture.messages, 'message')} to customers.`}
    >
      <div className="posture-bar" aria-hidden="true">
        {postures.map(({ key }) => (
          <span key={key} className={`posture-${key}`} style={{ flexGrow: posture[key] }} />
        ))}
      </div>
      <dl className="facts">
        {postures.map(({ key, name, signals }) => (
          <div key={key}>
            <dt>
              <span className={`swatch posture-${key}`} aria-hidden="true" /> {name}
              <span className="small posture-signs">
                {signals.map((signal) => (
                  <Go key={signal} href={paths.signals(workspace, signal)}>
                    {nameSignal(signal).toLowerCase()}
                  </Go>
                ))}
              </span>
            </dt>
            <dd>
              {key === 'neither' ? (
                <span title={sayMessages(posture[key])}>{formatShare(posture[key] / all)}</span>
              ) : (
                <Figure href={paths.signals(workspace, key)} note={sayMessages(posture[key])}>
                  {formatShare(posture[key] / all)}
                </Figure>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="small">
        <Go href={paths.postures(workspace)}>By team and by cause</Go>
      </p>
    </Section>
  )
}

function sayMessages(count: number): string {
  return plural(count, 'message')
}
