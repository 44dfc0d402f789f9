import type { ChangePage } from '../../../contract/changes.ts'
import { CannotSay } from '../../ui/CannotSay.tsx'
import { formatCount, formatWeek } from '../../ui/format.ts'
import { type EffectLayout, layOutEffect } from './lay-out-effect.ts'

type Props = { readonly weeks: ChangePage['weeks']; readonly startedOn: string }

/** Contacts by week beside what would have been without the change, with its interval; the same as a table. */
export function EffectChart({ weeks, startedOn }: Props) {
  if (weeks.length < 2) return <CannotSay because="there are too few weeks to draw" />
  const layout = layOutEffect(weeks)
  return (
    <figure className="trend">
      <Plot layout={layout} startedOn={startedOn} />
      {layout.isVague && (
        <CannotSay
          what="what would have been without it"
          because="the weeks before leave room for more than this picture holds"
        />
      )}
      <details className="screen-only">
        <summary className="small soft">As a table</summary>
        <table className="plain-table trend-table">
          <thead>
            <tr>
              <th scope="col">Seven days from</th>
              <th scope="col" className="number">
                Contacts
              </th>
              <th scope="col" className="number">
                Without the change
              </th>
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ from, contacts, expected }) => (
              <tr key={from}>
                <th scope="row">{formatWeek(from)}</th>
                <td className="number">{formatCount(contacts)}</td>
                <td className="number">{expected === null ? '' : sayExpected(expected)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

type PlotProps = { readonly layout: EffectLayout; readonly startedOn: string }

function Plot({ layout, startedOn }: PlotProps) {
  const { top, contacts, expected, band, changeX, labels, ends } = layout
  return (
    <div className="trend-plot effect-plot">
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        <path className="effect-band" d={band} />
        <path className="effect-expected" d={expected} />
        <path className="trend-contacts" d={contacts} />
      </svg>
      <span className="trend-top" aria-hidden="true">
        {formatCount(top)}
      </span>
      {changeX !== null && (
        <span className="effect-start" style={{ left: `${changeX}%` }} aria-hidden="true">
          <span>Started {formatWeek(startedOn)}</span>
        </span>
      )}
      <span className="trend-end" style={{ top: `${ends.contacts}%` }} aria-hidden="true">
        Contacts
      </span>
      {ends.expected !== null && (
        <span className="trend-end soft" style={{ top: `${ends.expected}%` }} aria-hidden="true">
          Without it
        </span>
      )}
      {labels.map(({ from, x }, index) => (
        <span
          key={from}
          className={`trend-label trend-label-${index === 0 ? 'first' : index === labels.length - 1 ? 'last' : 'middle'}`}
          style={{ left: `${x}%` }}
          aria-hidden="true"
        >
          {formatWeek(from)}
        </span>
      ))}
    </div>
  )
}

function sayExpected({ value, low, high }: { value: number; low: number; high: number }): string {
  return `${value.toFixed(1)} (${low.toFixed(0)} to ${high.toFixed(0)})`
}
