import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queries } from '../../queries.ts'
import { Answer } from '../../ui/Answer.tsx'
import { formatMoment } from '../../ui/format.ts'
import { MoreButton } from '../../ui/More.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'

/** What everybody did, the last first: who, what, when. Looks would drown it, and are shown when asked for. */
export function AuditLog({ workspace }: { readonly workspace: string }) {
  const [only, setOnly] = useState('acts')
  const query = useInfiniteQuery({ ...queries.audit(workspace, only), refetchOnMount: 'always' })
  return (
    <>
      <div className="audit-choice">
        <label className="field">
          <span>Show</span>
          <select value={only} onChange={(event) => setOnly(event.target.value)}>
            <option value="acts">What was done</option>
            <option value="refusals">What was refused</option>
            <option value="">Everything, with who looked at what</option>
          </select>
        </label>
        <button
          type="button"
          className="plain-button undo-button"
          disabled={query.isFetching}
          onClick={() => query.refetch()}
        >
          Look again
        </button>
      </div>
      <Answer query={query} waiting={<Skeleton lines={5} />}>
        {({ pages }) => {
          const entries = pages.flatMap((page) => page.entries)
          if (entries.length === 0) return <p className="soft">Nothing of the kind has been noted.</p>
          return (
            <>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
              <section className="access-table" tabIndex={0} aria-label="Who did what">
                <table className="plain-table">
                  <tbody>
                    {entries.map(({ sequence, at, who, way, action, status }) => (
                      <tr key={sequence}>
                        <th scope="row">{who}</th>
                        <td>{way === 'session' ? 'signed in' : way}</td>
                        <td>
                          {sayAct(action)}
                          {status >= 400 && `, refused (${status})`}
                        </td>
                        <td>{formatMoment(at)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </section>
              <MoreButton query={query} />
            </>
          )
        }}
      </Answer>
    </>
  )
}

/** From the name of the route it was done by: “findRetention” is “look at retention”. */
function sayAct(action: string): string {
  const words = action.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.replace(/^(find|list|count) /, 'look at ')
}
