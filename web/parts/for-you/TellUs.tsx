import { useState } from 'react'
import { Area } from '../desk/Area.tsx'

type Props = { readonly question: string; readonly label: string; readonly onTell: (text: string) => void }

/** Something in the customer's own words, opened when they want to say it. */
export function TellUs({ question, label, onTell }: Props) {
  const [text, setText] = useState('')
  return (
    <details>
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
          <button type="submit" className="button button-first" disabled={text.trim() === ''}>
            Tell us
          </button>
        </p>
      </form>
    </details>
  )
}
