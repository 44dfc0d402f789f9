import type { CustomerPage, CustomerStep } from '../../../contract/desk/desk.ts'
import { Section } from '../../ui/Page.tsx'
import { TellUs } from './TellUs.tsx'

type Props = {
  readonly page: CustomerPage
  readonly isPending: boolean
  readonly onSay: (step: CustomerStep) => void
}

/** What they may choose, in plain words; or something else that would help. */
export function Choose({ page, isPending, onSay }: Props) {
  const { offers, chosen, somethingElse } = page
  if (offers.length === 0) return null
  if (chosen !== null) {
    return (
      <Section title="You chose">
        <p className="chosen">{offers.find(({ id }) => id === chosen)?.gives}</p>
      </Section>
    )
  }
  return (
    <Section title="You choose">
      {somethingElse !== null && <p>You asked for something else: “{somethingElse}”. We come back to you.</p>}
      <ul className="choices">
        {offers.map(({ id, gives }) => (
          <li key={id}>
            <button
              type="button"
              className="choice"
              disabled={isPending}
              onClick={() => onSay({ kind: 'optionChosen', option: id })}
            >
              {gives}
            </button>
          </li>
        ))}
      </ul>
      <TellUs
        question="Something else would help me more"
        label="What would help you?"
        onTell={(text) => onSay({ kind: 'somethingElseAsked', text })}
      />
    </Section>
  )
}
