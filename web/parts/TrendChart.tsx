import { paths } from '../paths.ts'
import { formatCount, formatWeek } from '../ui/format.ts'
import { Go } from '../ui/Go.tsx'
import { layOutTrend } from './lay-out-trend.ts'
import type { Week } from './say-trend.ts'

type Props = {
  readonly workspace: string
  readonly weeks: readonly Week[]
  readonly view: Readonly<Record<string, string>>
}

/**
 * Contacts as a line, those who came back as the filled part below it, labelled where they end. The drawing stretches
 * to its place while its words do not, so nothing has to be measured. Each week is a link for the pointer; the
 * keyboard has the table.
 */
export function TrendChart({ workspace, weeks, view }: Props) {
  const { top, contacts, repeats, ends, labels } = layOutTrend(weeks)
  return (
    <div className="trend-plot">
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        {repeats !== null && <path className="trend-repeats" d={repeats} />}
        <path className="trend-contacts" d={contacts} />
      </svg>
      <span className="trend-top" aria-hidden="true">
        {formatCount(top)}
      </span>
      {ends.map((end) => (
        <span key={end.name} className="trend-end" style={{ top: `${end.y}%` }} aria-hidden="true">
          {end.name}
        </span>
      ))}
      {labels.map(({ week, x }, index) => (
        <span
          key={week}
          className={`trend-label trend-label-${index === 0 ? 'first' : index === labels.length - 1 ? 'last' : 'middle'}`}
          style={{ left: `${x}%` }}
          aria-hidden="true"
        >
          {formatWeek(week)}
        </span>
      ))}
      <div className="trend-weeks" aria-hidden="true">
        {weeks.map((week) => (
          <Go
            key={week.week}
            href={paths.contacts(workspace, { ...view, week: week.week })}
            tabIndex={-1}
            title={sayWeek(week)}
          />
        ))}
      </div>
    </div>
  )
}

function sayWeek(week: Week): string {
  const repeats = week.repeats === null ? '' : `, of which ${formatCount(week.repeats)} came back`
  return `Week of ${formatWeek(week.week)}: ${formatCount(week.contacts)} contacts${repeats}`
}
