import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { Field, Form } from './Form.tsx'
import { useWhyNot } from './useMe.ts'

/** Somebody asks what is kept about them, or to be forgotten. */
export function OnePerson({ workspace }: { readonly workspace: string }) {
  const queryClient = useQueryClient()
  const whyNotErase = useWhyNot(workspace, 'erase')
  const [said, setSaid] = useState<string | null>(null)
  const who = (
    <Field name="person" label="Who" note="An e-mail address, a telephone number or an account number." />
  )
  return (
    <>
      <Form
        label="Take out as a file"
        isSecond
        onSend={async (field) => save(await api.exportPerson(workspace, field('person')))}
      >
        {who}
      </Form>
      {whyNotErase === null ? (
        <Form
          label="Erase for good"
          isSecond
          onSend={async (field) => {
            const { interactions, readsAgain } = await api.erasePerson(workspace, field('person'))
            const rest = readsAgain ? ' What was read is read anew.' : ''
            setSaid(`Erased, with ${interactions} interactions. Backups made before still hold them.${rest}`)
            await queryClient.invalidateQueries({ queryKey: [workspace] })
          }}
        >
          {who}
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
