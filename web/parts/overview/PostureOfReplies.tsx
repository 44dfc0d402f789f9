import type { Report } from '../../../contract/report.ts'
import { isKnown } from '../../../core/base/cannot-say.ts'
import { paths } from '../../paths.ts'
import { CannotSay } from '../../ui/CannotSay.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { formatCount, formatShare } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'

type Props = { readonly workspace: string; readonly posture: Report['posture'] }

/** Each posture opens the signal that shows it most plainly; `neither` has none to open. */
const postures = [
  {
    key: 'outsideIn',
    name: 'Outside-in',
    meaning: 'understands, asks, offers, owns it',
    signal: 'optionOffered',
  },
  { key: 'both', name: 'Both', meaning: 'a rule, and a way', signal: 'ruleCited' },
  { key: 'neither', name: 'Neither', meaning: 'plain information', signal: null },
  { key: 'insideOut', name: 'Inside-out', meaning: 'cites the rule, refuses, sends away', signal: 'refusal' },
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
      note={`Read in ${formatCount(posture.messages)} of our messages.`}
    >
      <div className="posture-bar" aria-hidden="true">
        {postures.map(({ key }) => (
          <span key={key} className={`posture-${key}`} style={{ flexGrow: posture[key] }} />
        ))}
      </div>
      <dl className="facts">
        {postures.map(({ key, name, meaning, signal }) => (
          <div key={key}>
            <dt>
              <span className={`swatch posture-${key}`} aria-hidden="true" /> {name}
              <span className="soft small"> {meaning}</span>
            </dt>
            <dd>
              {signal === null ? (
                formatShare(posture[key] / all)
              ) : (
                <Figure
                  href={paths.signals(workspace, signal)}
                  note={`${formatCount(posture[key])} messages`}
                >
                  {formatShare(posture[key] / all)}
                </Figure>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
