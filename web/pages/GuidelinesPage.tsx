import '../parts/changes/changes.css'
import '../parts/desk/desk.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { GuidelineList } from '../../contract/desk/guidelines.ts'
import { DeskPeople } from '../parts/guidelines/DeskPeople.tsx'
import { GuidelineForm } from '../parts/guidelines/GuidelineForm.tsx'
import { GuidelineRows } from '../parts/guidelines/GuidelineRows.tsx'
import { emptyGuideline } from '../parts/guidelines/guideline-draft.ts'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { plural } from '../ui/format.ts'
import { Page, Section } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

const route = getRouteApi('/w/$workspace/guidelines')

/** What the company asks of its people: what leaves room, what does not, and what the front line says of it. */
export function GuidelinesPage() {
  const { workspace } = route.useParams()
  const query = useQuery(queries.guidelines(workspace))
  return (
    <Page title="Guidelines">
      <Answer query={query} waiting={<Skeleton lines={8} height={24} />}>
        {(list) => <Filled list={list} workspace={workspace} />}
      </Answer>
    </Page>
  )
}

function Filled({ list, workspace }: { readonly list: GuidelineList; readonly workspace: string }) {
  const { guidelines, people } = list
  const holding = guidelines.filter(({ isRetired }) => !isRetired)
  const rules = holding.filter(({ isRule }) => isRule)
  const withRoom = holding.filter(({ isRule }) => !isRule)
  return (
    <>
      <p className="lead">{sayHowMany(withRoom.length, rules.length)}</p>
      {withRoom.length > 0 && (
        <Section title="Guidelines">
          <GuidelineRows workspace={workspace} rows={withRoom} />
        </Section>
      )}
      {rules.length > 0 && (
        <Section title="Rules" note="Nothing to offer, or nobody who may: candidates to become guidelines.">
          <GuidelineRows workspace={workspace} rows={rules} />
        </Section>
      )}
      <Section title="People at the desk">
        <DeskPeople workspace={workspace} people={people} />
      </Section>
      <details className="why-form">
        <summary>Write a guideline</summary>
        <GuidelineForm
          workspace={workspace}
          of={null}
          start={emptyGuideline}
          people={people}
          currency={list.currency}
        />
      </details>
    </>
  )
}

function sayHowMany(withRoom: number, rules: number): string {
  if (withRoom + rules === 0)
    return 'No guideline is written down yet, so nobody at the front may decide anything.'
  const room = `${plural(withRoom, 'guideline')} ${withRoom === 1 ? 'leaves' : 'leave'} room to decide`
  return rules === 0 ? `${room}.` : `${room}; ${plural(rules, 'rule')} ${rules === 1 ? 'does' : 'do'} not.`
}
