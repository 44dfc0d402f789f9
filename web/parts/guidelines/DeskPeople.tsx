import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonJson } from '../../../contract/desk/guidelines.ts'
import { authorityRoles } from '../../../core/guidelines/guideline.ts'
import { api } from '../../api.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { useWhyNot } from '../access/useMe.ts'
import { TextField } from '../changes/TextField.tsx'

type Props = { readonly workspace: string; readonly people: readonly PersonJson[] }

/** Who is at the desk, and as what; who has left stays known, so that what they did can be told. */
export function DeskPeople({ workspace, people }: Props) {
  const client = useQueryClient()
  const why = useWhyNot(workspace, 'configure')
  const save = useMutation({
    mutationFn: (person: PersonJson) => api.saveDeskPerson(workspace, person),
    onSuccess: () => client.invalidateQueries({ queryKey: [workspace, 'guidelines'] }),
  })
  return (
    <>
      {people.length === 0 && <p className="soft">Nobody is named yet, so nobody may decide anything.</p>}
      <ul className="sentences">
        {people.map((person) => (
          <li key={person.name}>
            {person.name}, {person.role}
            {person.hasLeft && ', has left'}{' '}
            {why === null && (
              <button
                type="button"
                className="plain-button undo-button"
                aria-label={`${person.hasLeft ? 'Take back' : 'Remove'}: ${person.name}`}
                disabled={save.isPending}
                onClick={() => save.mutate({ ...person, hasLeft: !person.hasLeft })}
              >
                {person.hasLeft ? 'Take back' : 'Remove'}
              </button>
            )}
          </li>
        ))}
      </ul>
      {why === null ? <AddPerson onAdd={save.mutate} /> : <p className="soft">{why}</p>}
      {save.isError && <FailedStep error={save.error} />}
    </>
  )
}

function AddPerson({ onAdd }: { readonly onAdd: (person: PersonJson) => void }) {
  const [name, setName] = useState('')
  const [role, setRole] = useState<PersonJson['role']>('rep')
  return (
    <form
      className="row-form"
      onSubmit={(event) => {
        event.preventDefault()
        onAdd({ name: name.trim(), role, hasLeft: false })
        setName('')
      }}
    >
      <TextField name="Name" value={name} onChange={setName} />
      <label className="field">
        <span>Role at the desk</span>
        <select
          value={role}
          onChange={({ target }) => setRole(authorityRoles.find((one) => one === target.value) ?? 'rep')}
        >
          {authorityRoles.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <button type="submit" className="button" disabled={name.trim() === ''}>
        Add person
      </button>
    </form>
  )
}
