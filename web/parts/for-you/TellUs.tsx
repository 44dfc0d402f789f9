import { useState } from 'react'
import { useDraft } from '../../useDraft.ts'
import { Area } from '../desk/Area.tsx'

type Props = {
  readonly question: string
  readonly label: string
  /** Under which name what is typed is kept until it is told. */
  readonly draft: string
  readonly isPending: boolean
  readonly onTell: (text: string) => void
}

/** Something in the customer's own words, opened when they want to say it, or had begun to. */
export function TellUs({ question, label, draft, isPending, onTell }: Props) {
  const [text, setText] = useDraft(draft, '')
  const [wasBegun] = useState(text !== '')
  return (
    <details open={wasBegun || undefined}>
      <summary>{question}</summary>
      <form
        className="desk-form"
        onSubmit={(event) => {
          event.preventDefault()
          onTell(text)
        }}
      >
        <Area name={label} value={text} onChange={setText} rows={4} />
        <p>
          <button type="submit" className="button button-first" disabled={text.trim() === '' || isPending}>
            Tell us
          </button>
        </p>
      </form>
    </details>
  )
}
