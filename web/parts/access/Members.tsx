import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { roles, sayRole } from '../../../contract/access.ts'
import { Failure } from '../../../contract/failures.ts'
import { api } from '../../api.ts'
import { queries } from '../../queries.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Field, Form } from './Form.tsx'

type Props = { readonly workspace: string }

/** Who works here, with their role; letting somebody in, and out. */
export function Members({ workspace }: Props) {
  const queryClient = useQueryClient()
  const query = useQuery(queries.members(workspace))
  const [handed, setHanded] = useState<{ readonly name: string; readonly link: string } | null>(null)
  const again = () => queryClient.invalidateQueries({ queryKey: [workspace, 'members'] })
  const removing = useMutation({
    mutationFn: (id: string) => api.removeMember(workspace, id),
    onSettled: again,
  })
  const linking = useMutation({
    mutationFn: ({ id }: { readonly id: string; readonly name: string }) => api.makeMemberLink(workspace, id),
    onMutate: () => setHanded(null),
    onSuccess: ({ link }, { name }) => setHanded({ name, link: whole(link) }),
  })
  return (
    <>
      <Answer query={query} waiting={<Skeleton lines={3} />}>
        {({ members }) =>
          members.length === 0 ? (
            <p className="soft">Nobody but whoever runs this server, who is an admin everywhere.</p>
          ) : (
            <table className="plain-table">
              <tbody>
                {members.map(({ id, name, email, role, canSignIn }) => (
                  <tr key={id}>
                    <th scope="row">{name}</th>
                    <td className="wide-cell">
                      {email}
                      {!canSignIn && ', has not come yet'}
                    </td>
                    <td>{role}</td>
                    <td>
                      <button
                        type="button"
                        className="plain-button undo-button"
                        onClick={() => linking.mutate({ id, name })}
                      >
                        New link
                        <span className="unseen"> for {name}, who lost theirs</span>
                      </button>{' '}
                      <button
                        type="button"
                        className="plain-button undo-button"
                        onClick={() => removing.mutate(id)}
                      >
                        Take out<span className="unseen"> {name}</span>
                      </button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Answer>
      <Form
        label="Let in"
        isSecond
        clears
        onSend={async (field) => {
          const role = roles.find((known) => known === field('role')) ?? 'rep'
          const name = field('name')
          setHanded(null)
          const { link } = await api.saveMember(workspace, { email: field('email'), name, role })
          setHanded(link === null ? null : { name, link: whole(link) })
          await again()
        }}
      >
        <Field name="name" label="Name" />
        <Field name="email" label="E-mail address" type="email" />
        <label className="field">
          <span>Role</span>
          <select name="role">
            {roles.map((role) => (
              <option key={role}>{role}</option>
            ))}
          </select>
        </label>
      </Form>
      <details>
        <summary>What each role may do</summary>
        <ul className="sentences">
          {roles.map((role) => (
            <li key={role}>{sayRole(role)}</li>
          ))}
        </ul>
      </details>
      {linking.error !== null && (
        <p role="alert" className="access-refusal">
          {linking.error instanceof Failure
            ? `${linking.error.message} ${linking.error.hint}`
            : 'Something went wrong on our side.'}
        </p>
      )}
      {handed !== null && (
        <p role="status">
          Hand this link to {handed.name}; it opens once, for a week, and sets their password:{' '}
          <code className="shown-once">{handed.link}</code>
        </p>
      )}
    </>
  )
}

function whole(link: string): string {
  return new URL(link, window.location.origin).href
}
