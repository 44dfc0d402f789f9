import type { GuidelineRow } from '../../../contract/desk/guidelines.ts'
import { paths } from '../../paths.ts'
import { listWords, plural } from '../../ui/format.ts'
import { Go } from '../../ui/Go.tsx'

type Props = { readonly workspace: string; readonly rows: readonly GuidelineRow[] }

/** Guidelines with what the front line says of them. */
export function GuidelineRows({ workspace, rows }: Props) {
  return (
    <ul className="options">
      {rows.map((row) => (
        <li key={row.id}>
          <div className="option-name">
            <Go data-row href={paths.guideline(workspace, String(row.id))}>
              {row.guideline.name}
            </Go>
            <span className="soft">{saySoFar(row)}</span>
          </div>
          <p>{row.guideline.intent}</p>
          <p className="small soft">{sayWeighed(row)}</p>
        </li>
      ))}
    </ul>
  )
}

function saySoFar({ isLive, isRetired, isRule, guideline }: GuidelineRow): string {
  if (isRetired) return 'retired'
  const kind = isRule ? 'a rule, without room' : plural(guideline.options.length, 'option')
  return isLive ? kind : `${kind}, a draft`
}

function sayWeighed(row: GuidelineRow): string {
  const { weighed, guideline } = row
  const said = [
    weighed.inTheWay === 0 ? null : `${weighed.inTheWay} say that it gets in the way`,
    weighed.fitsBut === 0 ? null : `${weighed.fitsBut} that it fits, but`,
    weighed.fits === 0 ? null : `${weighed.fits} that it fits`,
  ].filter((part) => part !== null)
  const open =
    weighed.unanswered === 0 ? '' : ` ${weighed.unanswered} wait for an answer of ${guideline.owner}.`
  const overdue = weighed.overdue === 0 ? '' : ` ${weighed.overdue} of them overdue.`
  const asked = row.asked.fits + row.asked.fitsBut + row.asked.inTheWay
  const round =
    asked === 0 ? '' : ` Asked in rounds, ${row.asked.inTheWay} of ${asked} say that it gets in the way.`
  return said.length === 0
    ? `Owned by ${guideline.owner}. No feedback from the front line yet.${round}`
    : `Owned by ${guideline.owner}. ${listWords(said)}.${open}${overdue}${round}`
}
