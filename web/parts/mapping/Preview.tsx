import type { ReactNode } from 'react'

const columnNames: Readonly<Record<string, string>> = {
  at: 'Time',
  customer: 'Customer',
  case: 'Case',
  opened: 'Case opened',
  kind: 'Kind',
  from: 'From',
  channel: 'Channel',
  team: 'Team',
  agent: 'Who answered',
  text: 'What was said',
  category: 'Category',
  rating: 'Rating',
  seconds: 'Seconds',
}

type Props = { readonly rows: readonly Readonly<Record<string, string>>[] }

/** The first rows as the mapping reads them; a row that cannot be read says why. */
export function Preview({ rows }: Props) {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => name !== 'problem')
  if (rows.length === 0) return <p>No row could be looked at.</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="preview" tabIndex={0} aria-label="First rows as read">
      <table>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {columnNames[name] ?? name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={JSON.stringify(row)}>
              {row.problem === undefined ? (
                names.map((name) => (
                  <td key={name}>
                    {row[name] === undefined ? <span className="soft">–</span> : toWords(name, row[name])}
                  </td>
                ))
              ) : (
                <td colSpan={Math.max(1, names.length)}>
                  <strong>Would be set aside.</strong> {row.problem}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A time as one reads it, in the zone that it is kept in, a customer without how we know them; anything else as it is. */
function toWords(name: string, value: string): ReactNode {
  if (name === 'customer') return value.replace(/^(email|phone|account|name):/, '')
  const time = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):[\d.]+Z$/.exec(value)
  return time === null ? (
    value
  ) : (
    <time dateTime={value}>
      {time[1]} {time[2]} UTC
    </time>
  )
}
