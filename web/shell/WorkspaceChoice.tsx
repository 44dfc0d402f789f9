import { useQuery } from '@tanstack/react-query'
import type { Workspace } from '../../contract/screens.ts'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { useGo } from '../ui/Go.tsx'

/** Which records we look at; a choice only where there is more than one. */
export function WorkspaceChoice({ workspace }: { readonly workspace: string }) {
  const go = useGo()
  const { data } = useQuery(queries.workspaces())
  const all = data?.workspaces ?? []
  const here = all.find(({ name }) => name === workspace)
  if (here !== undefined && all.length < 2) return <p className="workspace-name">{sayWorkspace(here)}</p>
  return (
    <select
      className="workspace-name"
      aria-label="Workspace"
      value={workspace}
      onChange={(event) => go(paths.today(event.target.value))}
    >
      {here === undefined && <option>{workspace}</option>}
      {all.map((one) => (
        <option key={one.name} value={one.name}>
          {sayWorkspace(one)}
        </option>
      ))}
    </select>
  )
}

function sayWorkspace({ name, isDemo }: Workspace): string {
  return isDemo ? `${name}, invented` : name
}
