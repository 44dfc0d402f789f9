import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportJson } from '../../../contract/screens.ts'
import type { Mapping } from '../../../core/interactions/mapping.ts'
import { api } from '../../api.ts'
import { queries } from '../../queries.ts'
import { Answer } from '../../ui/Answer.tsx'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { plural } from '../../ui/format.ts'
import { More } from '../../ui/More.tsx'
import { Section } from '../../ui/Page.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { listColumns } from '../mapping/edit-mapping.ts'
import { MappingForm } from '../mapping/MappingForm.tsx'
import { SetAsideRow } from './SetAsideRow.tsx'

type Props = { readonly workspace: string; readonly one: ImportJson }

/** Rows that could not be read: as they came, to be mended by hand or read again in another way. */
export function SetAside({ workspace, one }: Props) {
  const client = useQueryClient()
  const query = useInfiniteQuery(queries.setAside(workspace, one.id))
  const [mended, setMended] = useState<ReadonlyMap<string, string>>(new Map())
  const [mapping, setMapping] = useState<Mapping | null>(null)
  const reread = useMutation({
    mutationFn: () => api.rereadSetAside(workspace, one.id, mapping, toRows(mended)),
    onSuccess: (begun) => {
      setMended(new Map())
      setMapping(null)
      client.setQueryData(queries.import(workspace, begun.id).queryKey, begun)
      client.invalidateQueries({ queryKey: queries.import(workspace, one.id).queryKey })
      client.invalidateQueries({ queryKey: queries.setAside(workspace, one.id).queryKey })
    },
  })
  const isReady = mended.size > 0 || mapping !== null
  return (
    <Section
      title={`${plural(one.setAside, 'row')} set aside`}
      note="Nothing is lost: mend what is wrong in a row, or change how the columns are read, then read them again."
    >
      {one.mapping !== null && (
        <details>
          <summary>Change how the columns are read</summary>
          <MappingForm
            columns={listColumns(one.mapping).map((name) => ({ name, examples: [] }))}
            mapping={mapping ?? one.mapping}
            reasons={[]}
            onChange={setMapping}
          />
        </details>
      )}
      <p className="notice-ways">
        <button
          type="button"
          className="button button-first"
          disabled={!isReady || reread.isPending}
          onClick={() => reread.mutate()}
        >
          Read them again
        </button>
        <span className="soft" role="status">
          {isReady ? sayChanges(mended.size, mapping !== null) : 'Nothing has been changed yet.'}
        </span>
      </p>
      {reread.isError && <FailedStep error={reread.error} />}
      <Answer query={query} waiting={<Skeleton lines={6} height={40} />}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          return (
            <>
              <ol className="aside-rows">
                {rows.map((row) => (
                  <SetAsideRow
                    key={row.id}
                    what="row"
                    row={row}
                    mended={mended.get(row.id) ?? null}
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

function withMend(
  mended: ReadonlyMap<string, string>,
  id: string,
  raw: string | null,
): ReadonlyMap<string, string> {
  const next = new Map(mended)
  if (raw === null) next.delete(id)
  else next.set(id, raw)
  return next
}

function toRows(mended: ReadonlyMap<string, string>) {
  return [...mended].map(([id, raw]) => ({ id, raw }))
}

function sayChanges(rows: number, isMappingChanged: boolean): string {
  const parts = [
    rows === 0 ? null : `${plural(rows, 'row')} mended`,
    isMappingChanged ? 'columns read in another way' : null,
  ]
  return `${parts.filter((part) => part !== null).join(', ')}.`
}
