import '../parts/sources/sources.css'
import '../parts/changes/changes.css'
import '../parts/connectors/connectors.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ConnectorJson } from '../../contract/connectors.ts'
import { ConnectorMapping } from '../parts/connectors/ConnectorMapping.tsx'
import { ConnectorSetAside } from '../parts/connectors/ConnectorSetAside.tsx'
import { connectorWords } from '../parts/connectors/connector-words.ts'
import { Ending } from '../parts/connectors/Ending.tsx'
import { Health } from '../parts/connectors/Health.tsx'
import { SetUp } from '../parts/connectors/SetUp.tsx'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { Go } from '../ui/Go.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

const route = getRouteApi('/w/$workspace/sources/connectors/$id')

/** One system that tells us what happens: how it is, how it is set up, what could not be read. */
export function ConnectorPage() {
  const { workspace, id } = route.useParams()
  const client = useQueryClient()
  const query = useQuery({ ...queries.connector(workspace, id), refetchInterval: 5000 })
  const keep = (changed: ConnectorJson) => {
    client.setQueryData(queries.connector(workspace, id).queryKey, changed)
    client.invalidateQueries({ queryKey: queries.connectors(workspace).queryKey })
  }
  const name = query.data === undefined ? 'Connector' : query.data.name
  return (
    <Page title={name} above={<Go href={paths.sources(workspace)}>Sources</Go>}>
      <Answer query={query} waiting={<Skeleton lines={4} height={32} />}>
        {(one) => (
          <>
            <div className="section">
              <p className="soft">
                {connectorWords[one.kind].name}, kept as the source “{one.source}”
              </p>
              <Health one={one} />
            </div>
            {one.kind === 'webhook' && <ConnectorMapping workspace={workspace} one={one} onChange={keep} />}
            {one.setAside > 0 && <ConnectorSetAside workspace={workspace} one={one} onChange={keep} />}
            <SetUp key={one.id} workspace={workspace} one={one} onChange={keep} />
            <Ending workspace={workspace} one={one} onChange={keep} />
          </>
        )}
      </Answer>
    </Page>
  )
}
