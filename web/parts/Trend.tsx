import './trend.css'
import { paths } from '../paths.ts'
import { CannotSay } from '../ui/CannotSay.tsx'
import { formatCount, formatWeek } from '../ui/format.ts'
import { Go } from '../ui/Go.tsx'
import { sayTrend, type Week } from './say-trend.ts'
import { TrendChart } from './TrendChart.tsx'
import { keepWholeWeeks } from './whole-weeks.ts'

type Props = {
  readonly workspace: string
  readonly weeks: readonly Week[]
  /** From when to when the records reach; null where that is not known. */
  readonly period: { readonly from: string; readonly to: string } | null
  /** Narrows the contacts that a week opens, to a cause for example. */
  readonly view?: Readonly<Record<string, string>>
}

/** Contacts by week: drawn, said in a sentence, and as a table whose weeks open their contacts. */
export function Trend({ workspace, weeks: all, period, view = {} }: Props) {
  const { weeks, note } = keepWholeWeeks(all, period)
  if (weeks.length === 0) return <CannotSay because="the records hold no contact with a time" />
  if (weeks.length < 3) return <p>{sayTrend(weeks)}</p>
  const isRepeatKnown = weeks.every((week) => week.repeats !== null)
  return (
    <figure className="trend">
      <p className="unseen">{sayTrend(weeks)}</p>
      <TrendChart workspace={workspace} weeks={weeks} view={view} />
      {note !== null && <p className="small soft">{note}</p>}
      <details className="screen-only">
        <summary className="small soft">As a table</summary>
        <table className="plain-table trend-table">
          <thead>
            <tr>
              <th scope="col">Week of</th>
              <th scope="col" className="number">
                Contacts
              </th>
              {isRepeatKnown && (
                <th scope="col" className="number">
                  Came back
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.week}>
                <th scope="row">{formatWeek(week.week)}</th>
                <td className="number">
                  <Go href={paths.contacts(workspace, { ...view, week: week.week })}>
                    {formatCount(week.contacts)}
                  </Go>
                </td>
                {isRepeatKnown && <td className="number">{formatCount(week.repeats ?? 0)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
