import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CauseDecision } from '../../../contract/changes.ts'
import type { Voice } from '../../../contract/screens.ts'
import { api } from '../../api.ts'
import { queries } from '../../queries.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { formatDay } from '../../ui/format.ts'
import { Quote } from '../../ui/Quote.tsx'
import { useReviewer } from '../corrections/reviewer.ts'
import { Checks } from './Checks.tsx'
import { TextField } from './TextField.tsx'

type Props = {
  readonly workspace: string
  readonly cause: string
  readonly whys: CauseDecision['whys']
  /** What customers said, to link a why to. */
  readonly voices: readonly Voice[]
}

/** The chain of whys: each answer asks the next, and shows the words it rests on. */
export function Whys({ workspace, cause, whys, voices }: Props) {
  const client = useQueryClient()
  const keep = (decision: CauseDecision) =>
    client.setQueryData(queries.causeDecision(workspace, cause).queryKey, decision)
  const takeBack = useMutation({
    mutationFn: (id: number) => api.removeWhy(workspace, cause, id),
    onSuccess: keep,
  })
  const last = whys.at(-1)
  return (
    <>
      {whys.length > 0 && (
        <ol className="whys">
          {whys.map((why, index) => (
            <li key={why.id}>
              <p className="why-answer">
                <span className="soft">{index === 0 ? 'Why? ' : 'And why is that? '}</span>
                {why.answer}
              </p>
              <p className="small soft">
                {why.who}, {formatDay(why.at)}
                {why.voices.length === 0 && ', without a customer’s words to show it'}
                {why.id === last?.id && (
                  <>
                    {' · '}
                    <button
                      type="button"
                      className="plain-button undo-button"
                      onClick={() => takeBack.mutate(why.id)}
                    >
                      Take back
                    </button>
                  </>
                )}
              </p>
              {why.voices.map((voice) => (
                <Quote key={voice.interaction} voice={voice} workspace={workspace} />
              ))}
            </li>
          ))}
        </ol>
      )}
      {takeBack.isError && <FailedStep error={takeBack.error} />}
      <WhyForm
        workspace={workspace}
        cause={cause}
        voices={voices}
        isFirst={whys.length === 0}
        onKept={keep}
      />
    </>
  )
}

type FormProps = Omit<Props, 'whys'> & {
  readonly isFirst: boolean
  readonly onKept: (decision: CauseDecision) => void
}

function WhyForm({ workspace, cause, voices, isFirst, onKept }: FormProps) {
  const [answer, setAnswer] = useState('')
  const [linked, setLinked] = useState<readonly string[]>([])
  const [known, remember] = useReviewer()
  const [who, setWho] = useState(known)
  const add = useMutation({
    mutationFn: () => {
      const interactions = voices.filter(({ text }) => linked.includes(shorten(text)))
      return api.addWhy(workspace, cause, {
        answer,
        who,
        interactions: interactions.map(({ interaction }) => interaction),
      })
    },
    onSuccess: (decision) => {
      remember(who)
      setAnswer('')
      setLinked([])
      onKept(decision)
    },
  })
  return (
    <details className="why-form">
      <summary>{isFirst ? 'Say why this happens' : 'Ask why once more'}</summary>
      <form
        className="plan-form"
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate()
        }}
      >
        <TextField
          name={isFirst ? 'Why does this happen?' : 'And why is that?'}
          value={answer}
          onChange={setAnswer}
        />
        <Checks
          name="Words that show it"
          options={voices.map(({ text }) => shorten(text))}
          chosen={linked}
          onChange={setLinked}
        />
        <TextField name="Your name" value={who} onChange={setWho} />
        {add.isError && <FailedStep error={add.error} />}
        <p>
          <button type="submit" className="button" disabled={add.isPending}>
            Save
          </button>
        </p>
      </form>
    </details>
  )
}

/** Enough of a text to know it by; the whole stands above. */
function shorten(text: string): string {
  return text.length <= 90 ? text : `${text.slice(0, text.lastIndexOf(' ', 90))} …`
}
