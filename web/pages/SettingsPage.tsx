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
import { useWhyNot } from '../parts/access/useMe.ts'
import { Page, Section } from '../ui/Page.tsx'

const route = getRouteApi('/w/$workspace/settings')

/** Who may come in, what leaves, what is kept and for how long, and who did what. */
export function SettingsPage() {
  const { workspace } = route.useParams()
  return (
    <Page title="Settings">
      <Part workspace={workspace} title="The company" verb="configure">
        <Company workspace={workspace} />
      </Part>
      <Part workspace={workspace} title="People" verb="administer">
        <Members workspace={workspace} />
      </Part>
      <Part workspace={workspace} title="Keys for other programs" verb="administer">
        <ApiKeys workspace={workspace} />
      </Part>
      <Part workspace={workspace} title="Inside another help desk" verb="configure">
        <SidePanel workspace={workspace} />
      </Part>
      <Part workspace={workspace} title="What leaves this workspace" verb="configure">
        <Leaving workspace={workspace} />
      </Part>
      <Part workspace={workspace} title="What is kept about one person" verb="export">
        <OnePerson workspace={workspace} />
      </Part>
      <Part workspace={workspace} title="How long interactions are kept" verb="configure">
        <Retention workspace={workspace} />
      </Part>
      <Part workspace={workspace} title="Who did what" verb="administer">
        <AuditLog workspace={workspace} />
      </Part>
    </Page>
  )
}

type PartProps = {
  readonly workspace: string
  readonly title: string
  readonly verb: Verb
  readonly children: ReactNode
}

/** Whoever may not sees that it is there, and why it is closed to them. */
function Part({ workspace, title, verb, children }: PartProps) {
  const why = useWhyNot(workspace, verb)
  return <Section title={title}>{why === null ? children : <p className="soft">{why}</p>}</Section>
}
