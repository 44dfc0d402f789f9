import { useQuery } from '@tanstack/react-query'
import { Outlet, useParams, useRouterState } from '@tanstack/react-router'
import { ownWorkspace } from '../../contract/own-workspace.ts'
import { NothingYet } from '../parts/NothingYet.tsx'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Empty } from '../ui/Empty.tsx'
import { Go } from '../ui/Go.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

/** Every page of a workspace; of one that is not there, only its sources can be opened, which begin it. */
export function Room() {
  const { workspace = '' } = useParams({ strict: false })
  const word = useRouterState({ select: ({ location }) => location.pathname.split('/')[3] })
  const all = useQuery(queries.workspaces()).data?.workspaces
  const isThere = all === undefined || all.some(({ name }) => name === workspace)
  return isThere || word === 'sources' ? <Outlet /> : <NotThere workspace={workspace} />
}

function NotThere({ workspace }: { readonly workspace: string }) {
  // It may have begun since the list was asked for.
  const { data, isFetching } = useQuery({ ...queries.workspaces(), refetchOnMount: 'always' })
  const names = (data?.workspaces ?? []).map(({ name }) => name)
  return (
    <Page title={workspace === ownWorkspace ? 'Your own records' : 'Workspaces'}>
      {isFetching ? (
        <Skeleton lines={3} height={24} />
      ) : workspace === ownWorkspace ? (
        <NothingYet workspace={workspace} />
      ) : (
        <Empty title={`There is no workspace “${workspace}”.`}>
          <ul className="sentences">
            {names.map((name) => (
              <li key={name}>
                <Go href={paths.today(name)}>{name}</Go>
              </li>
            ))}
          </ul>
          {names.length === 0 && <Go href={paths.first()}>Go to the start</Go>}
        </Empty>
      )}
    </Page>
  )
}
