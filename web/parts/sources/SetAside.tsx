import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportJson } from '../../../contract/screens.ts'
import type { Mapping } from '../../../core/interactions/mapping.ts'
import { api } from '../../api.ts'
import { queries } from '../../queries.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { plural } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { listColumns } from '../mapping/edit-mapping.ts'
import { MappingForm } from '../mapping/MappingForm.tsx'
import { AsideRows, noMends, toRows } from './AsideRows.tsx'

type Props = { readonly workspace: string; readonly one: ImportJson }

/** Rows that could not be read: as they came, to be mended by hand or read again in another way. */
export function SetAside({ workspace, one }: Props) {
  const client = useQueryClient()
  const query = useInfiniteQuery(queries.setAside(workspace, one.id))
  const [mends, setMends] = useState(noMends)
  const [mapping, setMapping] = useState<Mapping | null>(null)
  const reread = useMutation({
    mutationFn: () => api.rereadSetAside(workspace, one.id, mapping, toRows(mends)),
    onSuccess: (begun) => {
      setMends(noMends)
      setMapping(null)
      client.setQueryData(queries.import(workspace, begun.id).queryKey, begun)
      client.invalidateQueries({ queryKey: queries.import(workspace, one.id).queryKey })
      client.invalidateQueries({ queryKey: queries.setAside(workspace, one.id).queryKey })
    },
  })
  const isReady = mends.size > 0 || mapping !== null
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
          {isReady ? sayChanges(mends.size, mapping !== null) : 'Nothing has been changed yet.'}
        </span>
      </p>
      {reread.isError && <FailedStep error={reread.error} />}
      <AsideRows what="row" query={query} mends={mends} onMend={setMends} />
    </Section>
  )
}

function sayChanges(rows: number, isMappingChanged: boolean): string {
  const parts = [
    rows === 0 ? null : `${plural(rows, 'row')} mended`,
    isMappingChanged ? 'columns read in another way' : null,
  ]
  return `${parts.filter((part) => part !== null).join(', ')}.`
}
