import '../parts/sources/sources.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { ImportJson } from '../../contract/screens.ts'
import { isUnderWay, nameImport } from '../parts/sources/PastImports.tsx'
import { ReadSoFar } from '../parts/sources/ReadSoFar.tsx'
import { SetAside } from '../parts/sources/SetAside.tsx'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { Go } from '../ui/Go.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

const route = getRouteApi('/w/$workspace/sources/$id')

/** One import: how far it is, what came of it, what could not be read. */
export function SourcePage() {
  const { workspace, id } = route.useParams()
  const query = useQuery({
    ...queries.import(workspace, id),
    refetchInterval: ({ state }) => (state.data !== undefined && isUnderWay(state.data) ? 500 : false),
  })
  useFreshReadings(workspace, query.data)
  return (
    <Page
      title={query.data === undefined ? 'Import' : nameImport(query.data)}
      above={<Go href={paths.sources(workspace)}>Sources</Go>}
    >
      <Answer query={query} waiting={<Skeleton lines={3} height={32} />}>
        {(one) => (
          <>
            <ReadSoFar workspace={workspace} one={one} />
            {!isUnderWay(one) && one.setAside > 0 && <SetAside workspace={workspace} one={one} />}
          </>
        )}
      </Answer>
    </Page>
  )
}

/** When a reading ends, every page that was drawn before it is out of date. */
function useFreshReadings(workspace: string, one: ImportJson | undefined) {
  const client = useQueryClient()
  const wasUnderWay = useRef(false)
  const isNow = one !== undefined && isUnderWay(one)
  useEffect(() => {
    if (wasUnderWay.current && !isNow) {
      client.invalidateQueries({ queryKey: [workspace] })
      client.invalidateQueries({ queryKey: queries.workspaces().queryKey })
    }
    wasUnderWay.current = isNow
  }, [client, workspace, isNow])
}
