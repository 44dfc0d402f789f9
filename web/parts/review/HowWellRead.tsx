import type { ShareJson } from '../../../contract/report.ts'
import type { Review } from '../../../contract/review.ts'
import { isKnown } from '../../../core/base/cannot-say.ts'
import { paths } from '../../paths.ts'
import { Figure } from '../../ui/Figure.tsx'
import { formatCount, formatShare, plural } from '../../ui/format.ts'
import { Go } from '../../ui/Go.tsx'
import { Share } from '../../ui/Share.tsx'
import { nameSignal } from '../../ui/signals.ts'
import { isJudged, sayComparison } from './say-review.ts'

type Props = { readonly workspace: string; readonly signals: Review['signals'] }

/** How often each kind of signal that people judged is right, and how often it is found where it is; the others in one line. */
export function HowWellRead({ workspace, signals }: Props) {
  const judged = signals.filter(isJudged)
  const unjudged = signals.filter((signal) => !isJudged(signal))
  return (
    <>
      {judged.length > 0 && <Judged workspace={workspace} signals={judged} />}
      {unjudged.length > 0 && (
        <details>
          <summary>{plural(unjudged.length, 'signal')} nobody has judged yet</summary>
          <ul className="unjudged">
            {unjudged.map(({ kind, messages, method }) => (
              <li key={kind}>
                <span>
                  {nameSignal(kind)},{' '}
                  <Messages workspace={workspace} kind={kind} messages={messages} method={method} />
                </span>
                <Go className="small" href={paths.review(workspace, { ask: 'lot', kind })}>
                  Judge some<span className="unseen"> of {nameSignal(kind).toLowerCase()}</span>
                </Go>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Judged({ workspace, signals }: Props) {
  return (
    <div className="review-table">
      <table>
        <thead>
          <tr>
            <th scope="col">Signal</th>
            <th scope="col">Right</th>
            <th scope="col">Found</th>
          </tr>
        </thead>
        <tbody>
          {signals.map(({ kind, messages, method, judged, precision, recall, comparison }) => (
            <tr key={kind}>
              <th scope="row">
                {nameSignal(kind)},{' '}
                <Messages workspace={workspace} kind={kind} messages={messages} method={method} />
                {comparison !== null && <span className="review-by">{sayComparison(comparison)}</span>}
              </th>
              <td>
                {isKnown(precision) ? (
                  <Measured share={precision} of="judged" />
                ) : (
                  <span className="small">
                    Cannot say: {precision.cannotSay}, {judged} in all.{' '}
                    <Go href={paths.review(workspace, { ask: 'lot', kind })}>Judge some</Go>
                  </span>
                )}
              </td>
              <td>
                {isKnown(recall) ? (
                  <Measured share={recall} of="that show it" />
                ) : (
                  <span className="small">
                    Cannot say: {recall.cannotSay}.{' '}
                    <Go href={paths.review(workspace, { ask: 'whole' })}>Judge whole messages</Go>
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type MessagesProps = { readonly workspace: string } & Pick<
  Review['signals'][number],
  'kind' | 'messages' | 'method'
>

function Messages({ workspace, kind, messages, method }: MessagesProps) {
  return (
    <>
      <Figure href={paths.signals(workspace, kind)} note={`Open the evidence, read by ${method}`}>
        {formatCount(messages)}
      </Figure>{' '}
      {messages === 1 ? 'message' : 'messages'}
    </>
  )
}

function Measured({ share, of }: { readonly share: ShareJson; readonly of: string }) {
  return (
    <span className="review-share">
      {formatShare(share.value)} <Share share={share} of={of} />
      <span className="soft small">of {formatCount(share.n)}</span>
    </span>
  )
}
