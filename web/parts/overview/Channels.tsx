import type { Overview } from '../../../contract/screens.ts'
import { paths } from '../../paths.ts'
import { CannotSay } from '../../ui/CannotSay.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { formatCount } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'

type Props = { readonly workspace: string; readonly channels: Overview['channels'] }

/** The ways they chose to reach the company. */
export function Channels({ workspace, channels }: Props) {
  const most = Math.max(1, ...channels.map((one) => one.contacts))
  return (
    <Section title="How they reached you" note="Contacts by channel.">
      {channels.length === 0 && <CannotSay because="no column of the source names a channel" />}
      <ul className="emotions">
        {channels.map(({ channel, contacts }) => (
          <li key={channel}>
            <span className="emotion-name">{channel}</span>
            <span className="plain-track" aria-hidden="true">
              <span style={{ width: `${(contacts / most) * 100}%` }} />
            </span>
            <span className="number">
              <Figure href={paths.contacts(workspace, { channel })}>{formatCount(contacts)}</Figure>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
