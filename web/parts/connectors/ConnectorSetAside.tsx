import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ConnectorJson } from '../../../contract/connectors.ts'
import { api } from '../../api.ts'
import { queries } from '../../queries.ts'
import { Answer } from '../../ui/Answer.tsx'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { plural } from '../../ui/format.ts'
import { More } from '../../ui/More.tsx'
import { Section } from '../../ui/Page.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { SetAsideRow } from '../sources/SetAsideRow.tsx'

type Props = {
  readonly workspace: string
  readonly one: ConnectorJson
  readonly onChange: (changed: ConnectorJson) => void
}

/** What came and could not be read: as it came, to be mended by hand, or read again as the connector is set up now. */
export function ConnectorSetAside({ workspace, one, onChange }: Props) {
  const client = useQueryClient()
  const query = useInfiniteQuery(queries.connectorSetAside(workspace, one.id))
  const [mended, setMended] = useState<Readonly<Record<string, string>>>({})
  const reread = useMutation({
    mutationFn: () =>
      api.rereadConnector(
        workspace,
        one.id,
        Object.entries(mended).map(([id, raw]) => ({ id, raw })),
      ),
    onSuccess: (changed) => {
      setMended({})
      onChange(changed)
      client.invalidateQueries({ queryKey: queries.connectorSetAside(workspace, one.id).queryKey })
    },
  })
  return (
    <Section
      title={`${plural(one.setAside, 'message')} set aside`}
      note="Nothing is lost: mend what is wrong in a message, or change which field tells what, then read them again."
    >
      <p className="notice-ways">
        <button type="button" className="button" disabled={reread.isPending} onClick={() => reread.mutate()}>
          Read them again
        </button>
        <span className="soft" role="status">
          {reread.isSuccess && one.setAside > 0 ? 'The rest still can’t be read.' : ''}
        </span>
      </p>
      {reread.isError && <FailedStep error={reread.error} />}
      <Answer query={query} waiting={<Skeleton lines={3} height={40} />}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          return (
            <>
              <ol className="aside-rows">
                {rows.map((row) => (
                  <SetAsideRow
                    key={row.id}
                    what="message"
                    row={row}
                    mended={mended[row.id] ?? null}
                    onMend={(raw) => setMended(withMend(mended, row.id, raw))}
                  />
                ))}
              </ol>
              <More
                shown={rows.length}
                counted={{ total: pages[0]?.total ?? rows.length, isAtLeast: false }}
                query={query}
              />
            </>
          )
        }}
      </Answer>
    </Section>
  )
}

function withMend(mended: Readonly<Record<string, string>>, id: string, raw: string | null) {
  const { [id]: _, ...others } = mended
  return raw === null ? others : { ...others, [id]: raw }
}
