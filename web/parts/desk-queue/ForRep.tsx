import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RepNotes } from '../../../contract/desk/guidelines.ts'
import { api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { queries } from '../../queries.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { formatDay } from '../../ui/format.ts'
import { Go } from '../../ui/Go.tsx'
import { Section } from '../../ui/Page.tsx'
import { TextField } from '../changes/TextField.tsx'
import { useDeskName } from '../desk/useDeskName.ts'

type Answer = RepNotes['answers'][number]
type Question = RepNotes['questions'][number]

/** What the desk has to say to whoever sits here: what became of their words, and what they are asked. */
export function ForRep({ workspace }: { readonly workspace: string }) {
  const { who } = useDeskName()
  const { data } = useQuery(queries.repNotes(workspace, who))
  if (data === undefined || data.answers.length + data.questions.length === 0) return null
  return (
    <Section title="For you">
      <ul className="exceptions">
        {data.answers.map((answer) => (
          <Answered key={answer.objection} workspace={workspace} who={who} answer={answer} />
        ))}
        {data.questions.map((question) => (
          <Asked key={question.guideline} workspace={workspace} who={who} question={question} />
        ))}
      </ul>
    </Section>
  )
}

const done: Readonly<Record<Answer['kind'], string>> = {
  kept: 'keeps it as it is',
  changed: 'changes it',
  retired: 'has retired it',
}

function Answered({ workspace, who, answer }: { workspace: string; who: string; answer: Answer }) {
  const client = useQueryClient()
  const read = useMutation({
    mutationFn: () => api.readAnswer(workspace, answer.objection, who),
    onSuccess: (notes) => client.setQueryData(queries.repNotes(workspace, who).queryKey, notes),
  })
  return (
    <li>
      <p>
        You said of <Go href={paths.guideline(workspace, String(answer.guideline))}>{answer.name}</Go>: “
        {answer.word}”. {answer.who} {done[answer.kind]}: <strong>{answer.reason}</strong>
      </p>
      <p>
        <button type="button" className="button" disabled={read.isPending} onClick={() => read.mutate()}>
          I have read it
        </button>
      </p>
      {read.isError && <FailedStep error={read.error} />}
    </li>
  )
}

const fits = [
  { fit: 'fits', name: 'It fits' },
  { fit: 'fitsBut', name: 'It fits, but' },
  { fit: 'inTheWay', name: 'It gets in the way' },
] as const

/** The regular question, to a few at a time. */
function Asked({ workspace, who, question }: { workspace: string; who: string; question: Question }) {
  const [word, setWord] = useState('')
  const client = useQueryClient()
  const { guideline, name, intent, round, issue, until } = question
  const say = useMutation({
    mutationFn: (fit: (typeof fits)[number]['fit']) =>
      api.objectToGuideline(workspace, issue, { who, guideline, fit, word, round }),
    onSettled: () => client.invalidateQueries({ queryKey: [workspace, 'desk'] }),
  })
  return (
    <li>
      <p>
        You worked with <Go href={paths.guideline(workspace, String(guideline))}>{name}</Go>. {intent} Does it
        fit?
      </p>
      <form className="row-form" onSubmit={(event) => event.preventDefault()}>
        <TextField name="In a word, why" value={word} onChange={setWord} />
        {fits.map((one) => (
          <button
            key={one.fit}
            type="button"
            className="button"
            disabled={say.isPending || (one.fit !== 'fits' && word.trim() === '')}
            onClick={() => say.mutate(one.fit)}
          >
            {one.name}
          </button>
        ))}
      </form>
      <p className="small soft">A few are asked at a time, by lot; you until {formatDay(until)}.</p>
      {say.isError && <FailedStep error={say.error} />}
    </li>
  )
}
