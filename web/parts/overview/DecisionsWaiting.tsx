import { useQuery } from '@tanstack/react-query'
import type { Waiting } from '../../../contract/changes.ts'
import { isKnown } from '../../../core/base/cannot-say.ts'
import { paths } from '../../paths.ts'
import { queries } from '../../queries.ts'
import { Figure } from '../../ui/Figure.tsx'
import { formatMoney, listWords } from '../../ui/format.ts'
import { Go } from '../../ui/Go.tsx'
import { Section } from '../../ui/Page.tsx'

/** Decisions that nobody has made, and what each week without one costs. */
export function DecisionsWaiting({ workspace }: { readonly workspace: string }) {
  const waiting = useQuery(queries.waiting(workspace)).data?.waiting
  if (waiting === undefined || waiting.length === 0) return null
  return (
    <Section
      title="Decisions waiting"
      note="What each week of waiting costs: the cause itself where nothing is planned, what the best plan would save where one is."
    >
      <ul className="waiting-list">
        {waiting.map((one) => (
          <li key={`${one.kind} ${one.cause.id} ${one.changes[0]?.id}`}>
            <Week one={one} workspace={workspace} />
            <span>
              {say(one, workspace)}
              <Between one={one} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Week({
  one: { week, currency, cause },
  workspace,
}: {
  readonly one: Waiting
  readonly workspace: string
}) {
  if (!isKnown(week))
    return (
      <span className="soft" title={week.cannotSay}>
        cannot say
      </span>
    )
  return (
    <Figure href={paths.cause(workspace, cause.id)} note="Open the cause and what could be done">
      {formatMoney(week.mid, currency)}
    </Figure>
  )
}

function Between({ one: { week, currency } }: { readonly one: Waiting }) {
  if (!isKnown(week)) return null
  return (
    <span className="small soft">
      {' '}
      Between {formatMoney(week.low, currency)} and {formatMoney(week.high, currency)} a week.
    </span>
  )
}

function say({ kind, cause, changes }: Waiting, workspace: string) {
  const name = (
    <>
      “<Go href={paths.cause(workspace, cause.id)}>{cause.name}</Go>”
    </>
  )
  const [first] = changes
  if (kind === 'unplanned' || first === undefined) return <>{name}: nobody has planned anything.</>
  const plans = listWords(changes.map(({ what }) => `“${what}”`))
  if (kind === 'settle') {
    return (
      <>
        “<Go href={paths.change(workspace, String(first.id))}>{first.what}</Go>” is measured: keep it, take it
        back or adjust it.
      </>
    )
  }
  return (
    <>
      {name}: {plans} {changes.length === 1 ? 'waits' : 'wait'} for a decision.
    </>
  )
}
