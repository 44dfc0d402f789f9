import { useQuery } from '@tanstack/react-query'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Empty } from '../ui/Empty.tsx'
import { Go } from '../ui/Go.tsx'

/** A workspace without records: bring some, or look at the demo company. */
export function NothingYet({ workspace }: { readonly workspace: string }) {
  const { data } = useQuery(queries.workspaces())
  const demo = data?.workspaces.find((one) => one.isDemo && one.name !== workspace && one.interactions > 0)
  return (
    <Empty title="No customer has been heard here yet.">
      <p>
        Bring an export of your help desk: tickets, calls, chats or surveys, as CSV, JSON, XLSX, XES or MBOX.
        You see how it would be read before anything is.
      </p>
      <p className="notice-ways">
        <Go className="button button-first" href={paths.sources(workspace)}>
          Bring an export
        </Go>
        {demo !== undefined && <Go href={paths.today(demo.name)}>Look at the demo company</Go>}
      </p>
    </Empty>
  )
}
