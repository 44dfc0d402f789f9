import { useQuery } from '@tanstack/react-query'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { useGo } from './useGo.ts'

/** Which records we look at; a choice only where there is more than one. */
export function WorkspaceChoice({ workspace }: { readonly workspace: string }) {
  const go = useGo()
  const { data } = useQuery(queries.workspaces())
  const names = data?.workspaces.map((one) => one.name) ?? []
  if (names.length < 2) return <p className="workspace-name">{workspace}</p>
  return (
    <select
      className="workspace-name"
      aria-label="Workspace"
      value={workspace}
      onChange={(event) => go(paths.today(event.target.value))}
    >
      {!names.includes(workspace) && <option>{workspace}</option>}
      {names.map((name) => (
        <option key={name}>{name}</option>
      ))}
    </select>
  )
}
