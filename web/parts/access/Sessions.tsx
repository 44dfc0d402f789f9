import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { auth } from '../../auth.ts'
import { queries } from '../../queries.ts'
import { Answer } from '../../ui/Answer.tsx'
import { formatDay } from '../../ui/format.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'

/** Every place from which one is signed in, each with its end. */
export function Sessions() {
  const queryClient = useQueryClient()
  const query = useQuery(queries.sessions())
  const revoking = useMutation({
    mutationFn: auth.revokeSession,
    onSettled: () => queryClient.resetQueries({ queryKey: ['me'] }),
  })
  return (
    <Answer query={query} waiting={<Skeleton lines={2} />}>
      {(sessions) => (
        <table className="plain-table">
          <tbody>
            {sessions.map(({ token, createdAt, userAgent, ipAddress }) => (
              <tr key={token}>
                <th scope="row">{sayBrowser(userAgent)}</th>
                <td>
                  since {formatDay(createdAt)}
                  {ipAddress !== null && ipAddress !== '' && `, from ${ipAddress}`}
                </td>
                <td>
                  <button
                    type="button"
                    className="plain-button undo-button"
                    onClick={() => revoking.mutate(token)}
                  >
                    End
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Answer>
  )
}

function sayBrowser(userAgent: string | null): string {
  return /Firefox|Edg|Chrome|Safari/.exec(userAgent ?? '')?.[0]?.replace('Edg', 'Edge') ?? 'A program'
}
