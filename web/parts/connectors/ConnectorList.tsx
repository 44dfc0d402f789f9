import { useQuery } from '@tanstack/react-query'
import { Failure } from '../../../contract/failures.ts'
import { paths } from '../../paths.ts'
import { queries } from '../../queries.ts'
import { Answer } from '../../ui/Answer.tsx'
import { formatCount, plural } from '../../ui/format.ts'
import { Go } from '../../ui/Go.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { connectorWords, sayHealth } from './connector-words.ts'

/** Systems that tell us what happens as it happens, and how each is; and what others told by the API and is set aside. */
export function ConnectorList({ workspace }: { readonly workspace: string }) {
  const query = useQuery({ ...queries.connectors(workspace), refetchInterval: 10_000 })
  // A workspace begins with the first thing that is brought into it.
  if (query.error instanceof Failure && query.error.code === 'notFound') return <Nothing />
  return (
    <Answer query={query} waiting={<Skeleton lines={2} height={40} />}>
      {({ connectors, toldSetAside }) =>
        connectors.length === 0 && toldSetAside === 0 ? (
          <Nothing />
        ) : (
          <ol className="imports">
            {connectors.map((one) => (
              <li key={one.id}>
                <Go data-row href={paths.connector(workspace, one.id)}>
                  {one.name}
                </Go>{' '}
                {one.name !== connectorWords[one.kind].name && (
                  <span className="soft">{connectorWords[one.kind].name}</span>
                )}
                <p className="small soft">
                  {sayHealth(one, Date.now())} {plural(one.stored, 'interaction')}
                  {one.setAside > 0 && `, ${formatCount(one.setAside)} set aside`}
                </p>
              </li>
            ))}
            {toldSetAside > 0 && (
              <li>
                <Go data-row href={paths.told(workspace)}>
                  Told by the API
                </Go>
                <p className="small soft">{formatCount(toldSetAside)} set aside</p>
              </li>
            )}
          </ol>
        )
      }
    </Answer>
  )
}

function Nothing() {
  return (
    <p>
      Nothing yet. Connect a help desk, a phone or a mailbox, and what happens there is here within seconds.
    </p>
  )
}
