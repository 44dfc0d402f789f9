import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { roles } from '../../../contract/access.ts'
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
  const [link, setLink] = useState<string | null>(null)
  const again = () => queryClient.invalidateQueries({ queryKey: [workspace, 'members'] })
  const removing = useMutation({
    mutationFn: (id: string) => api.removeMember(workspace, id),
    onSettled: again,
  })
  const linking = useMutation({
    mutationFn: (id: string) => api.makeMemberLink(workspace, id),
    onSuccess: (made) => setLink(whole(made.link)),
    onError: () => setLink(null),
  })
  return (
    <>
      <Answer query={query} waiting={<Skeleton lines={3} />}>
        {({ members }) => (
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
                      onClick={() => linking.mutate(id)}
                    >
                      New link
                      <span className="unseen"> for {name}, who lost the old one or their password</span>
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
        )}
      </Answer>
      <Form
        label="Let in"
        isSecond
        clears
        onSend={async (field) => {
          const role = roles.find((known) => known === field('role')) ?? 'rep'
          const saved = await api.saveMember(workspace, { email: field('email'), name: field('name'), role })
          setLink(saved.link === null ? null : whole(saved.link))
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
      {linking.error !== null && (
        <p role="alert" className="access-refusal">
          {linking.error instanceof Failure
            ? `${linking.error.message} ${linking.error.hint}`
            : 'Something went wrong on our side.'}
        </p>
      )}
      {link !== null && (
        <p role="status">
          Hand them this link; it opens once, for a week, and sets their password:{' '}
          <code className="shown-once">{link}</code>
        </p>
      )}
    </>
  )
}

function whole(link: string): string {
  return new URL(link, window.location.origin).href
}
