import type { ShareJson } from '../../../contract/report.ts'
import type { Review } from '../../../contract/review.ts'
import { isKnown } from '../../../core/base/cannot-say.ts'
import { paths } from '../../paths.ts'
import { Figure } from '../../ui/Figure.tsx'
import { formatCount, formatShare } from '../../ui/format.ts'
import { Go } from '../../ui/Go.tsx'
import { Share } from '../../ui/Share.tsx'
import { nameSignal } from '../../ui/signals.ts'
import { sayComparison } from './say-review.ts'

type Props = { readonly workspace: string; readonly signals: Review['signals'] }

/** Each kind of signal with how often it was read, by which method, how often that is right, and how often it is found where it is. */
export function HowWellRead({ workspace, signals }: Props) {
  return (
    <div className="review-table">
      <table>
        <thead>
          <tr>
            <th scope="col">Signal</th>
            <th scope="col" className="number">
              Messages
            </th>
            <th scope="col">Read by</th>
            <th scope="col">Right</th>
            <th scope="col">Found</th>
          </tr>
        </thead>
        <tbody>
          {signals.map(({ kind, messages, method, judged, precision, recall, comparison }) => (
            <tr key={kind}>
              <th scope="row">{nameSignal(kind)}</th>
              <td className="number">
                <Figure href={paths.signals(workspace, kind)}>{formatCount(messages)}</Figure>
              </td>
              <td className="small">{comparison === null ? method : sayComparison(comparison)}</td>
              <td>
                {isKnown(precision) ? (
                  <Measured share={precision} of="judged" />
                ) : (
                  <span className="small">
                    {judged === 0
                      ? 'Nobody has judged it yet'
                      : `Cannot say: ${precision.cannotSay}, ${judged} in all`}
                    . <Go href={paths.review(workspace, { ask: 'lot', kind })}>Judge some</Go>
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

function Measured({ share, of }: { readonly share: ShareJson; readonly of: string }) {
  return (
    <span className="review-share">
      {formatShare(share.value)} <Share share={share} of={of} />
      <span className="soft small">of {formatCount(share.n)}</span>
    </span>
  )
}
