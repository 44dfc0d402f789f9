import type { DeskIssue, OptionRow } from '../../../contract/desk/desk.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { formatMoment } from '../../ui/format.ts'
import { sayMinor } from './money.ts'
import { ObjectTo } from './ObjectTo.tsx'
import { OwnOption } from './OwnOption.tsx'
import type { Desk } from './useDesk.ts'

type Props = { readonly page: DeskIssue; readonly desk: Desk }

/** What may be offered: what they get, what it costs us, why it is allowed, what to say, and how it worked for others. */
export function Options({ page, desk }: Props) {
  const { options, rules, state, currency } = page
  const isShared = state.understanding.shared !== null
  const possible = options.filter(({ whyNot }) => whyNot === null)
  const offers = possible.map(({ guideline, id, gives, say }) => ({ id: `${guideline}/${id}`, gives, say }))
  return (
    <>
      {options.length === 0 && (
        <p className="cannot-say">
          <strong>No option is written down for this.</strong> Say so to the owner of a guideline, or ask for
          an exception.
        </p>
      )}
      <ul className="desk-options">
        {options.map((option) => (
          <Option
            key={`${option.guideline}/${option.id}`}
            option={option}
            page={page}
            desk={desk}
            isShared={isShared}
          />
        ))}
      </ul>
      {rules.map((rule) => (
        <div key={rule.guideline} className="rule">
          <p>
            <strong>{rule.name}.</strong> {rule.intent} This leaves no room: it is a rule.
          </p>
          <ObjectTo guideline={rule.guideline} desk={desk} />
        </div>
      ))}
      {offers.length > 0 && (
        <p className="row-form">
          <button
            type="button"
            className="button button-first"
            disabled={!isShared || desk.take.isPending}
            onClick={() => desk.take.mutate([{ kind: 'optionsOffered', offers }])}
          >
            Let them choose
          </button>
          <span className="small soft">
            {isShared ? sayOffered(state) : 'Say what you understood first; options come after it.'}
          </span>
        </p>
      )}
      {possible[0] !== undefined && (
        <OwnOption guideline={possible[0].guideline} desk={desk} isShared={isShared} />
      )}
      <Asked state={state} currency={currency} />
      {desk.grant.isError && <FailedStep error={desk.grant.error} />}
    </>
  )
}

function sayOffered({ offers, chosen, somethingElse }: DeskIssue['state']): string {
  if (offers.length === 0) return 'They see these on their page and choose.'
  if (somethingElse !== null) return `They ask for something else: ${somethingElse}`
  const option = offers.find(({ id }) => id === chosen)
  return option === undefined ? 'Offered; they have not chosen yet.' : `They chose: ${option.gives}`
}

type OptionProps = Props & { readonly option: OptionRow; readonly isShared: boolean }

function Option({ option, page, desk, isShared }: OptionProps) {
  const { guideline, id, gives, say, because, cost, value, evidence, whyNot, name } = option
  return (
    <li>
      <h3>{gives}</h3>
      <p className="say">“{say}”</p>
      <p className="small">
        Worth {sayMinor(value, page.currency)} to them, costs us {sayMinor(cost, page.currency)}. {because}
      </p>
      <p className="small soft">{evidence}</p>
      {whyNot !== null && <p className="small">{whyNot} Giving it is asked for as an exception.</p>}
      <div className="row-form">
        <button
          type="button"
          className="button"
          disabled={!isShared || desk.grant.isPending}
          onClick={() => desk.grant.mutate({ guideline, option: id, own: null, because })}
        >
          Give it now
        </button>
        <ObjectTo guideline={guideline} desk={desk} name={name} />
      </div>
    </li>
  )
}

function Asked({ state, currency }: { readonly state: DeskIssue['state']; readonly currency: string }) {
  return (
    <ul className="sentences">
      {state.grants.map(({ id, given, at }) => (
        <li key={id}>
          Given: {given.gives} ({sayMinor(given.cost, currency)}), {formatMoment(at)}
        </li>
      ))}
      {state.exceptions.map(({ id, given, approver, due, byDefault, answer }) => (
        <li key={id}>
          {answer === null
            ? `Asked ${approver} for “${given.gives}”. Without an answer by ${formatMoment(due)} it is ${byDefault}.`
            : `“${given.gives}” was ${answer.kind}${answer.isDefault ? ', because nobody had answered in time' : `: ${answer.reason}`}.`}
        </li>
      ))}
    </ul>
  )
}
