import { useQuery } from '@tanstack/react-query'
import { isKnown } from '../../../core/base/cannot-say.ts'
import { paths } from '../../paths.ts'
import { queries } from '../../queries.ts'
import { formatDay, plural } from '../../ui/format.ts'
import { Go } from '../../ui/Go.tsx'

/** Announces the causes that came up within the last 60 days; nothing where there are none. */
export function NewCauses({ workspace }: { readonly workspace: string }) {
  const found = useQuery(queries.overview(workspace)).data?.report.newCauses
  if (found === undefined || !isKnown(found) || found.length === 0) return null
  return (
    <ul className="new-causes">
      {found.map(({ id, name, since, customers }) => (
        <li key={id}>
          New since {formatDay(since)}: “<Go href={paths.cause(workspace, id)}>{name}</Go>”,{' '}
          {plural(customers, 'customer')}.
        </li>
      ))}
    </ul>
  )
}
