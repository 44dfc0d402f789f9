import type { Report } from '../../../contract/report.ts'
import { isKnown } from '../../../core/base/cannot-say.ts'
import { paths } from '../../paths.ts'
import { CannotSay } from '../../ui/CannotSay.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { formatCount, formatShare, plural } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { Share } from '../../ui/Share.tsx'

type Props = { readonly workspace: string; readonly report: Report }

/** How many contacts were followed by another, within each window; about anything, and about the same. */
export function Returns({ workspace, report }: Props) {
  const { returns, repeats } = report
  if (!isKnown(returns)) {
    return (
      <Section title="How soon they came back">
        <CannotSay because={returns.cannotSay} />
      </Section>
    )
  }
  const aboutSame = isKnown(repeats) ? repeats : []
  return (
    <Section
      title="How soon they came back"
      note="Contacts that were followed by another of the same customer."
    >
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">Within</th>
            <th scope="col" className="number">
              About anything
            </th>
            <th scope="col" className="wide-cell">
              <span className="unseen">Share drawn with its interval</span>
            </th>
            <th scope="col" className="number">
              The same
            </th>
          </tr>
        </thead>
        <tbody>
          {returns.map((row) => (
            <ReturnRow
              key={row.windowDays}
              workspace={workspace}
              row={row}
              same={aboutSame.find((one) => one.windowDays === row.windowDays)}
            />
          ))}
        </tbody>
      </table>
      {!isKnown(repeats) && <CannotSay because={repeats.cannotSay} />}
    </Section>
  )
}

type Row = Exclude<Report['returns'], { cannotSay: string }>[number]
type RowProps = { readonly workspace: string; readonly row: Row; readonly same: Row | undefined }

function ReturnRow({ workspace, row, same }: RowProps) {
  return (
    <tr>
      <th scope="row">{plural(row.windowDays, 'day')}</th>
      <td className="number">
        <ShareFigure row={row} href={paths.contacts(workspace, { followedWithin: row.windowDays })} />
      </td>
      <td>{isKnown(row.share) && <Share share={row.share} of="contacts" />}</td>
      <td className="number">
        {same === undefined ? (
          ''
        ) : (
          <ShareFigure
            row={same}
            href={paths.contacts(workspace, { followedWithin: row.windowDays, about: 'same' })}
          />
        )}
      </td>
    </tr>
  )
}

function ShareFigure({ row, href }: { readonly row: Row; readonly href: string }) {
  if (!isKnown(row.share)) return <span title={row.share.cannotSay}>cannot say</span>
  const note = `${formatCount(row.followedObserved)} of ${formatCount(row.observed)} contacts whose whole window has passed`
  return (
    <Figure href={href} note={note}>
      {formatShare(row.share.value)}
    </Figure>
  )
}
