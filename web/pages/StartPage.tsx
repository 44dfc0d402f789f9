import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { ownWorkspace } from '../../contract/own-workspace.ts'
import type { Workspace } from '../../contract/screens.ts'
import { homeOf } from '../parts/access/home.ts'
import { NothingYet } from '../parts/NothingYet.tsx'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

/** The address without a workspace leads to the first one that holds something, into the room of one's role. */
export function StartPage() {
  const query = useQuery(queries.workspaces())
  const me = useQuery(queries.me()).data
  return (
    <div className="page">
      <Answer query={query} waiting={<Skeleton lines={3} height={32} />}>
        {({ workspaces }) => {
          const first = chooseFirst(workspaces)
          return first === null ? (
            <NothingYet workspace={ownWorkspace} />
          ) : (
            <Navigate to={homeOf(me?.roles[first], first)} replace />
          )
        }}
      </Answer>
    </div>
  )
}

/** Own records before the demo company's, full before empty. */
export function chooseFirst(workspaces: readonly Workspace[]): string | null {
  const full = workspaces.filter((one) => one.interactions > 0)
  const first = full.find((one) => !one.isDemo) ?? full[0] ?? workspaces[0]
  return first?.name ?? null
}
