import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Verb } from '../../contract/access.ts'
import { ApiKeys } from '../parts/access/ApiKeys.tsx'
import { AuditLog } from '../parts/access/AuditLog.tsx'
import { Company } from '../parts/access/Company.tsx'
import { Leaving } from '../parts/access/Leaving.tsx'
import { Members } from '../parts/access/Members.tsx'
import { OnePerson } from '../parts/access/OnePerson.tsx'
import { Retention } from '../parts/access/Retention.tsx'
import { SidePanel } from '../parts/access/SidePanel.tsx'
import { useWhyNots } from '../parts/access/useMe.ts'
import { Page, Section } from '../ui/Page.tsx'

const route = getRouteApi('/w/$workspace/settings')

type Props = { readonly workspace: string }
type Part = { readonly title: string; readonly verb: Verb; readonly Body: (props: Props) => ReactNode }

const parts: readonly Part[] = [
  { title: 'The company', verb: 'configure', Body: Company },
  { title: 'People', verb: 'administer', Body: Members },
  { title: 'Keys for other programs', verb: 'administer', Body: ApiKeys },
  { title: 'Inside another help desk', verb: 'configure', Body: SidePanel },
  { title: 'What leaves this workspace', verb: 'configure', Body: Leaving },
  { title: 'What is kept about one person', verb: 'export', Body: OnePerson },
  { title: 'How long interactions are kept', verb: 'configure', Body: Retention },
  { title: 'Who did what', verb: 'administer', Body: AuditLog },
]

/** Who may come in, what leaves, what is kept and for how long, and who did what. */
export function SettingsPage() {
  const { workspace } = route.useParams()
  const whyNot = useWhyNots(workspace)
  const closed = Map.groupBy(
    parts.filter(({ verb }) => whyNot(verb) !== null),
    ({ verb }) => whyNot(verb),
  )
  return (
    <Page title="Settings">
      {parts
        .filter(({ verb }) => whyNot(verb) === null)
        .map(({ title, Body }) => (
          <Section key={title} title={title}>
            <Body workspace={workspace} />
          </Section>
        ))}
      {closed.size > 0 && (
        <Section title="What is closed to you">
          {[...closed].map(([why, them]) => (
            <p key={why}>
              {them.map(({ title }) => title).join(' · ')}
              <br />
              <span className="soft">{why}</span>
            </p>
          ))}
        </Section>
      )}
    </Page>
  )
}
