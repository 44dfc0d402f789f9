import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { queries } from '../../queries.ts'
import { Answer } from '../../ui/Answer.tsx'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Form } from './Form.tsx'

/** The desk in a frame beside the ticket: whose pages may frame it, and what they sign with. */
export function SidePanel({ workspace }: { readonly workspace: string }) {
  const queryClient = useQueryClient()
  const query = useQuery(queries.panel(workspace))
  const [shown, setShown] = useState<string | null>(null)
  const again = () => queryClient.invalidateQueries({ queryKey: [workspace, 'panel'] })
  const make = useMutation({
    mutationFn: () => api.makePanelSecret(workspace),
    onSuccess: ({ secret }) => setShown(secret),
    onSettled: again,
  })
  const end = useMutation({
    mutationFn: () => api.removePanelSecret(workspace),
    onSuccess: () => setShown(null),
    onSettled: again,
  })
  const failed = [make, end].find(({ isError }) => isError)
  return (
    <Answer query={query} waiting={<Skeleton lines={3} />}>
      {({ origins, hasSecret }) => (
        <>
          <p>
            For those who stay in Zendesk, Freshdesk or another: the desk shows in a frame beside the ticket,
            at <code>{paths.panel(workspace)}</code>. That help desk signs who is there and which case is
            open.
          </p>
          <Form
            label="Save"
            done="Kept."
            isSecond
            onSend={async (field) => {
              await api.savePanel(workspace, field('origins').split(/\s+/).filter(Boolean))
              await again()
            }}
          >
            <label className="field">
              <span>Addresses that may show it, one a line</span>
              <textarea
                name="origins"
                rows={2}
                placeholder="https://company.zendesk.com"
                defaultValue={origins.join('\n')}
              />
            </label>
          </Form>
          <p className="notice-ways">
            <button type="button" className="button" disabled={make.isPending} onClick={() => make.mutate()}>
              {hasSecret ? 'Make a new secret' : 'Make the secret to sign with'}
            </button>
            {hasSecret && (
              <button type="button" className="plain-button undo-button" onClick={() => end.mutate()}>
                Close the panel
              </button>
            )}
          </p>
          {hasSecret && shown === null && (
            <p className="small soft">There is a secret. A new one ends what was signed with it.</p>
          )}
          {shown !== null && (
            <p role="status">
              The secret, shown this once: <code className="shown-once">{shown}</code>
            </p>
          )}
          {failed !== undefined && <FailedStep error={failed.error} />}
        </>
      )}
    </Answer>
  )
}
