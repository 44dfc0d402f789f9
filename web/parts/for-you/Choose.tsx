import { Section } from '../../ui/Page.tsx'
import type { PartProps } from './props.ts'
import { TellUs } from './TellUs.tsx'

/** What they may choose, once, in plain words; or something else that would help. */
export function Choose({ page, draft, isPending, onSay }: PartProps) {
  const { offers, chosen, somethingElse } = page
  if (offers.length === 0) return null
  return (
    <Section title={chosen !== null ? 'You chose' : offers.length === 1 ? 'What we can do' : 'You choose'}>
      {chosen !== null && <p className="chosen">{offers.find(({ id }) => id === chosen)?.gives}</p>}
      {chosen === null && <p className="soft">Press what helps you; it counts at once.</p>}
      {chosen === null && (
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
      )}
      {somethingElse !== null && <p>You asked for something else: “{somethingElse}”. We come back to you.</p>}
      <TellUs
        key={somethingElse}
        question="Something else would help me more"
        label="What would help you?"
        draft={draft}
        isPending={isPending}
        onTell={(text) => onSay({ kind: 'somethingElseAsked', text })}
      />
    </Section>
  )
}
