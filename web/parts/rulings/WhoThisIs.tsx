import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { IdentityRulingInput, WhoJson } from '../../../contract/identities.ts'
import { api } from '../../api.ts'
import { queries } from '../../queries.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { formatDay } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { Field, Form } from '../access/Form.tsx'
import { useMay } from '../access/useMe.ts'
import { RuledLine } from './RuledLine.tsx'

type Props = { readonly workspace: string; readonly issue: string }

/** What the customer is known by and how we know, for who may know them: not theirs, the same customer as, undo. */
export function WhoThisIs({ workspace, issue }: Props) {
  const may = useMay(workspace, 'know')
  const who = useQuery({ ...queries.who(workspace, issue), enabled: may }).data
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: [workspace] })
  const save = useMutation({
    mutationFn: (said: IdentityRulingInput) => api.saveIdentityRuling(workspace, issue, said),
    onSuccess,
  })
  const undo = useMutation({
    mutationFn: (id: string) => api.withdrawIdentityRuling(workspace, id),
    onSuccess,
  })
  if (!may || who === undefined) return null
  const isBusy = save.isPending || undo.isPending
  const error = save.error ?? undo.error
  return (
    <Section
      title="Who this customer is"
      note="What the records call them, and what people said of it. Your word holds at once; figures follow in a moment."
    >
      <ul className="sentences">
        {who.identities.map(({ identity, words, named }) => (
          <li key={identity}>
            {words} {named !== null && <span className="soft small">{sayNamed(named)}</span>}{' '}
            {named !== null && (
              <button
                type="button"
                className="plain-button small"
                disabled={isBusy}
                aria-label={`Not theirs: ${words}`}
                onClick={() => save.mutate({ kind: 'notSame', person: identity })}
              >
                Not theirs
              </button>
            )}
          </li>
        ))}
        {who.rulings.map((ruling) => (
          <RuledLine key={ruling.id} ruling={ruling} isBusy={isBusy} onUndo={undo.mutate} />
        ))}
      </ul>
      {error !== null && <FailedStep error={error} />}
      <Form
        label="Join"
        isSecond
        clears
        onSend={(field) =>
          api.saveIdentityRuling(workspace, issue, { kind: 'same', person: field('person') }).then(onSuccess)
        }
      >
        <Field
          name="person"
          label="The same customer as"
          note="An e-mail address, a telephone number or an account number that the records know."
        />
      </Form>
    </Section>
  )
}

function sayNamed({ externalId, at }: NonNullable<WhoJson['identities'][number]['named']>): string {
  const when = at === null ? '' : `, ${formatDay(at)}`
  return `named together in ${externalId}${when}`
}
