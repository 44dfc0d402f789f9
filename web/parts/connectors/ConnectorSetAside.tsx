import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import type { ConnectorJson } from '../../../contract/connectors.ts'
import { api } from '../../api.ts'
import { queries } from '../../queries.ts'
import { SetAsideMessages } from '../sources/SetAsideMessages.tsx'

type Props = {
  readonly workspace: string
  readonly one: ConnectorJson
  readonly onChange: (changed: ConnectorJson) => void
}

/** What came and could not be read: to be mended, or read again as the connector is set up now. */
export function ConnectorSetAside({ workspace, one, onChange }: Props) {
  const client = useQueryClient()
  const list = queries.connectorSetAside(workspace, one.id)
  return (
    <SetAsideMessages
      count={one.setAside}
      note="Nothing is lost: mend what is wrong in a message, or change which field tells what, then read them again."
      query={useInfiniteQuery(list)}
      reread={async (mended) => {
        onChange(await api.rereadConnector(workspace, one.id, mended))
        client.invalidateQueries({ queryKey: list.queryKey })
      }}
    />
  )
}
