import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isVerb } from '../../../contract/access.ts'
import { api } from '../../api.ts'
import { queries } from '../../queries.ts'
import { Answer } from '../../ui/Answer.tsx'
import { formatDay } from '../../ui/format.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Field, Form } from './Form.tsx'

/** What a key is commonly for; the API knows every verb. */
const purposes = [
  ['ingest', 'Send interactions'],
  ['see', 'Read figures'],
  ['export', 'Take data out'],
] as const

/** Keys by which machines come in; a new one is shown once. */
export function ApiKeys({ workspace }: { readonly workspace: string }) {
  const queryClient = useQueryClient()
  const query = useQuery(queries.keys(workspace))
  const [shown, setShown] = useState<string | null>(null)
  const again = () => queryClient.invalidateQueries({ queryKey: [workspace, 'keys'] })
  const revoking = useMutation({
    mutationFn: (id: string) => api.revokeApiKey(workspace, id),
    onSettled: again,
  })
  return (
    <>
      <Answer query={query} waiting={<Skeleton lines={2} />}>
        {({ keys }) => (
          <table className="plain-table">
            <tbody>
              {keys.map(({ id, name, verbs, expiresAt, state, lastUsedAt }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td>{verbs.join(', ')}</td>
                  <td className="wide-cell">
                    {state === 'holds' ? `until ${formatDay(expiresAt)}` : state}
                    {lastUsedAt === null ? ', never used' : `, last used ${formatDay(lastUsedAt)}`}
                  </td>
                  <td>
                    {state === 'holds' && (
                      <button
                        type="button"
                        className="plain-button undo-button"
                        onClick={() => revoking.mutate(id)}
                      >
                        Revoke<span className="unseen"> {name}</span>
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Answer>
      <Form
        label="Make a key"
        isSecond
        clears
        onSend={async (field) => {
          const verbs = [field('verb')].filter(isVerb)
          const made = await api.addApiKey(workspace, {
            name: field('name'),
            verbs,
            days: Number(field('days')),
          })
          setShown(made.key)
          await again()
        }}
      >
        <Field name="name" label="For what" />
        <label className="field">
          <span>It may</span>
          <select name="verb">
            {purposes.map(([verb, purpose]) => (
              <option key={verb} value={verb}>
                {purpose}
              </option>
            ))}
          </select>
        </label>
        <Field name="days" label="Days" type="number" value="365" />
      </Form>
      {shown !== null && (
        <p role="status">
          The key, shown this once: <code className="shown-once">{shown}</code>
        </p>
      )}
    </>
  )
}
