import '../parts/changes/changes.css'
import '../parts/connectors/connectors.css'
import '../parts/sources/sources.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ownWorkspace } from '../../contract/own-workspace.ts'
import { AddConnector } from '../parts/connectors/AddConnector.tsx'
import { ConnectorList } from '../parts/connectors/ConnectorList.tsx'
import { CheckDraft } from '../parts/sources/CheckDraft.tsx'
import { DropPlace } from '../parts/sources/DropPlace.tsx'
import { groupByColumns } from '../parts/sources/drafts.ts'
import { FileList } from '../parts/sources/FileList.tsx'
import { PastImports } from '../parts/sources/PastImports.tsx'
import { useFiles } from '../parts/sources/useFiles.ts'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Go } from '../ui/Go.tsx'
import { Page, Section } from '../ui/Page.tsx'

const route = getRouteApi('/w/$workspace/sources')

/** Where records come in: dropped, checked, read. */
export function SourcesPage() {
  const { workspace } = route.useParams()
  const { files, add, remove } = useFiles(workspace)
  const drafts = groupByColumns(files)
  return (
    <Page title="Sources">
      <InventedCompany workspace={workspace} />
      <DropPlace onFiles={add} />
      <FileList files={files} onRemove={remove} />
      {drafts.map((draft) => (
        <CheckDraft
          key={draft.key}
          workspace={workspace}
          draft={draft}
          isLast={drafts.length === 1}
          onDone={() => remove(draft.files.map(({ key }) => key))}
        />
      ))}
      <Section title="Connected systems">
        <ConnectorList workspace={workspace} />
        <AddConnector workspace={workspace} />
      </Section>
      <Section title="What has been read">
        <PastImports workspace={workspace} />
      </Section>
    </Page>
  )
}

/** One's own records do not belong among invented ones. */
function InventedCompany({ workspace }: { readonly workspace: string }) {
  const here = useQuery(queries.workspaces()).data?.workspaces.find(({ name }) => name === workspace)
  if (here?.isDemo !== true) return null
  return (
    <p className="page-intro">
      These are the records of an invented company.{' '}
      <Go href={paths.sources(ownWorkspace)}>Bring your own into a workspace of their own</Go>.
    </p>
  )
}
