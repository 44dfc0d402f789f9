import '../parts/sources/sources.css'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../api.ts'
import { SetAsideMessages } from '../parts/sources/SetAsideMessages.tsx'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Answer } from '../ui/Answer.tsx'
import { formatCount } from '../ui/format.ts'
import { Go } from '../ui/Go.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

const route = getRouteApi('/w/$workspace/sources/told')

/** What other systems tell by the API and can't be kept as a fact. */
export function ToldPage() {
  const { workspace } = route.useParams()
  const client = useQueryClient()
  const list = queries.toldSetAside(workspace)
  const query = useInfiniteQuery(list)
  return (
    <Page title="Told by the API" above={<Go href={paths.sources(workspace)}>Sources</Go>}>
      <Answer query={query} waiting={<Skeleton lines={4} height={32} />}>
        {({ pages: [{ total, isFull } = { total: 0, isFull: false }] }) => (
          <>
            <p className="page-intro" role="status">
              {say(total, isFull)}
            </p>
            {total > 0 && (
              <SetAsideMessages
                count={total}
                note="Mend what is wrong in a message, then read them again. One that says something else under an id that is known needs an id of its own."
                query={query}
                reread={async (mended) => {
                  await api.rereadTold(workspace, mended)
                  client.invalidateQueries({ queryKey: list.queryKey })
                  client.invalidateQueries({ queryKey: queries.connectors(workspace).queryKey })
                }}
              />
            )}
          </>
        )}
      </Answer>
    </Page>
  )
}

function say(total: number, isFull: boolean): string {
  if (total === 0) return 'Nothing that was told by the API is set aside.'
  if (!isFull) return 'Nothing is lost: what was told and could not be read is here as it came.'
  return `${formatCount(total)} are set aside, and no more are kept: senders hear of it, and keep theirs until these are read.`
}
