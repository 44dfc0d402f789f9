import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { roles } from '../../../contract/access.ts'
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
          setLink(saved.link === null ? null : new URL(saved.link, window.location.origin).href)
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
      {link !== null && (
        <p role="status">
          Hand them this link; it opens once, for a week: <code className="shown-once">{link}</code>
        </p>
      )}
    </>
  )
}
