import type { PostureGroupJson, Report } from '../../../contract/report.ts'
import { isKnown } from '../../../core/base/cannot-say.ts'
import { CannotSay } from '../../ui/CannotSay.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { formatCount, formatShare } from '../../ui/format.ts'
import { Go } from '../../ui/Go.tsx'
import { Share } from '../../ui/Share.tsx'
import { sayTrend } from './say-trend.ts'

type Props = {
  /** What a row is. */
  readonly of: 'Team' | 'Cause' | 'Guideline'
  readonly groups: Report['postures']['teams']
  /** What the group is, on a page of its own, if there is one. */
  readonly pageOf?: (id: string) => string
  /** Where the messages behind a share are listed. */
  readonly evidenceOf: (id: string, posture: 'outsideIn' | 'insideOut') => string
}

/** One row a group: outside-in and inside-out as shares of its messages, and where it is heading. */
export function PostureTable({ of, groups, ...links }: Props) {
  if (!isKnown(groups)) return <CannotSay because={groups.cannotSay} />
  return (
    <table className="postures">
      <thead>
        <tr>
          <th scope="col">{of}</th>
          <th scope="col" className="number">
            Messages
          </th>
          <th scope="col">Outside-in</th>
          <th scope="col">Inside-out</th>
          <th scope="col">Outside-in over time</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <Row key={group.id} group={group} {...links} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = Omit<Props, 'of' | 'groups'> & { readonly group: PostureGroupJson }

function Row({ group: { id, name, posture }, pageOf, evidenceOf }: RowProps) {
  const head = (
    <th scope="row">
      {pageOf === undefined ? (
        name
      ) : (
        <Go data-row href={pageOf(id)}>
          {name}
        </Go>
      )}
    </th>
  )
  if (!isKnown(posture)) {
    return (
      <tr>
        {head}
        <td colSpan={4} className="soft">
          Cannot say: {posture.cannotSay}
        </td>
      </tr>
    )
  }
  return (
    <tr>
      {head}
      <td className="number">{formatCount(posture.messages)}</td>
      {(['outsideIn', 'insideOut'] as const).map((key) => (
        <td key={key}>
          <span className="posture-share">
            <span className="number">
              <Figure href={evidenceOf(id, key)}>{formatShare(posture[key].value)}</Figure>
            </span>
            <Share share={posture[key]} of="messages" />
          </span>
        </td>
      ))}
      <td className="soft">{sayTrend(posture.trend)}</td>
    </tr>
  )
}
