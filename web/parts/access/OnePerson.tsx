import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { Field, Form } from './Form.tsx'
import { useWhyNot } from './useMe.ts'

const note = 'An e-mail address, a telephone number or an account number.'

/** Somebody asks what is kept about them, or to be forgotten. */
export function OnePerson({ workspace }: { readonly workspace: string }) {
  const queryClient = useQueryClient()
  const whyNotErase = useWhyNot(workspace, 'erase')
  const [said, setSaid] = useState<string | null>(null)
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
      {whyNotErase === null ? (
        <Form
          label="Erase for good"
          isSecond
          clears
          onSend={async (field) => {
            const { interactions, readsAgain } = await api.erasePerson(workspace, field('person'))
            const rest = readsAgain ? ' What was read is read anew.' : ''
            setSaid(`Erased, with ${interactions} interactions. Backups made before still hold them.${rest}`)
            await queryClient.invalidateQueries({ queryKey: [workspace] })
          }}
        >
          <Field name="person" label="Whose records to erase" note={note} />
        </Form>
      ) : (
        <p className="soft">{whyNotErase}</p>
      )}
      {said !== null && <p role="status">{said}</p>}
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
