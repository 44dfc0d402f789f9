import { useQuery } from '@tanstack/react-query'
import { queries } from '../../queries.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'

/** The last acts of everybody: who, what, when. */
export function AuditLog({ workspace }: { readonly workspace: string }) {
  const query = useQuery({ ...queries.audit(workspace), refetchOnMount: 'always' })
  return (
    <Answer query={query} waiting={<Skeleton lines={5} />}>
      {({ entries }) =>
        entries.length === 0 ? (
          <p className="soft">Nothing has been noted yet.</p>
        ) : (
          <>
            <p>
              <button
                type="button"
                className="plain-button undo-button"
                disabled={query.isFetching}
                onClick={() => query.refetch()}
              >
                Look again
              </button>
            </p>
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
                      <td>{new Date(at).toLocaleString()}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          </>
        )
      }
    </Answer>
  )
}

/** From the name of the route it was done by: “findRetention” is “look at retention”. */
function sayAct(action: string): string {
  const words = action.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.replace(/^(find|list) /, 'look at ')
}
