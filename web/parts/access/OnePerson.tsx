import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { plural } from '../../ui/format.ts'
import { Field, Form } from './Form.tsx'
import { useWhyNot } from './useMe.ts'

type Props = { readonly workspace: string }

const note = 'An e-mail address, a telephone number or an account number.'

/** Somebody asks what is kept about them, or to be forgotten. */
export function OnePerson({ workspace }: Props) {
  const whyNotErase = useWhyNot(workspace, 'erase')
  return (
    <>
      <Form
        label="Take out as a file"
        isSecond
        clears
        onSend={async (field) => save(await api.exportPerson(workspace, field('person')))}
      >
        <Field name="person" label="Whose records to take out" note={note} />
      </Form>
      {whyNotErase === null ? <Erase workspace={workspace} /> : <p className="soft">{whyNotErase}</p>}
    </>
  )
}

type Found = { readonly person: string } & Awaited<ReturnType<typeof api.findPerson>>

/** First who it is and how much would go, then for good. */
function Erase({ workspace }: Props) {
  const queryClient = useQueryClient()
  const [found, setFound] = useState<Found | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  if (found === null) {
    return (
      <>
        <Form
          label="Find"
          isSecond
          onSend={async (field) => {
            const person = field('person')
            setFound({ person, ...(await api.findPerson(workspace, person)) })
            setSaid(null)
          }}
        >
          <Field name="person" label="Whose records to erase" note={note} />
        </Form>
        {said !== null && <p role="status">{said}</p>}
      </>
    )
  }
  const { person, customer, identities, interactions } = found
  const all = plural(interactions, 'interaction')
  return (
    <>
      <p role="status">
        {customer}, known by {plural(identities, 'identity', 'identities')}: {all}. Nobody can bring back what
        is erased.
      </p>
      <Form
        label={`Erase ${all} for good`}
        onSend={async () => {
          const { readsAgain } = await api.erasePerson(workspace, person)
          const rest = readsAgain ? ' What was read is read anew.' : ''
          setSaid(`Erased, with ${all}. Backups made before still hold them.${rest}`)
          setFound(null)
          await queryClient.invalidateQueries({ queryKey: [workspace] })
        }}
      >
        <button type="button" className="button" onClick={() => setFound(null)}>
          Leave them
        </button>
      </Form>
    </>
  )
}

function save(content: unknown): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'person.json'
  link.click()
  URL.revokeObjectURL(url)
}
