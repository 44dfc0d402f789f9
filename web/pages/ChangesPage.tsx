import '../parts/changes/changes.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ChangeRow } from '../../contract/changes.ts'
import { isKnown } from '../../core/base/cannot-say.ts'
import { sayChanges, sayMoneyRange, sayState } from '../parts/changes/say-change.ts'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { Empty } from '../ui/Empty.tsx'
import { listWords } from '../ui/format.ts'
import { Go } from '../ui/Go.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

const route = getRouteApi('/w/$workspace/changes')

/** Every change that was planned, and what came of it. */
export function ChangesPage() {
  const { workspace } = route.useParams()
  const query = useQuery(queries.changes(workspace))
  return (
    <Page title="Changes">
      <Answer query={query} waiting={<Skeleton lines={8} height={24} />}>
        {({ changes }) => <Filled changes={changes} workspace={workspace} />}
      </Answer>
    </Page>
  )
}

type Props = { readonly changes: readonly ChangeRow[]; readonly workspace: string }

function Filled({ changes, workspace }: Props) {
  if (changes.length === 0) {
    return (
      <Empty title="Nothing has been planned yet">
        <p>A change starts on the cause that it is meant to remove.</p>
        <Go className="button button-first" href={paths.causes(workspace)}>
          Choose a cause
        </Go>
      </Empty>
    )
  }
  const felt = changes.filter(({ startedOn }) => startedOn !== null)
  const waiting = changes.filter(({ state }) => state === 'planned')
  const settled = changes.filter(({ state }) => state === 'declined')
  return (
    <>
      <p className="lead">{sayChanges(changes)}</p>
      <Group title="Started" changes={felt} workspace={workspace} />
      <Group title="Planned, not decided" changes={waiting} workspace={workspace} />
      <Group title="Declined" changes={settled} workspace={workspace} />
    </>
  )
}

function Group({ title, changes, workspace }: Props & { readonly title: string }) {
  if (changes.length === 0) return null
  return (
    <Section title={title}>
      <ul className="options">
        {changes.map((change) => (
          <One key={change.id} change={change} workspace={workspace} />
        ))}
      </ul>
    </Section>
  )
}

function One({ change, workspace }: { readonly change: ChangeRow; readonly workspace: string }) {
  const { id, plan, value } = change
  return (
    <li>
      <div className="option-name">
        <Go data-row href={paths.change(workspace, String(id))}>
          {plan.what}
        </Go>
        <span className="soft">{sayState(change)}</span>
      </div>
      {change.verdict !== null && <p>{change.verdict.sentence}</p>}
      {change.startedOn === null && isKnown(value) && (
        <p>
          Expected to be worth {sayMoneyRange(value.netValue, value.currency)} over {value.months} months.
        </p>
      )}
      <p className="small soft">
        For {listWords(plan.scope.causes.map(({ name }) => `“${name}”`))}. Owner: {plan.owner}.
      </p>
    </li>
  )
}
