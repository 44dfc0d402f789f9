import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { SetAsideList } from '../../../contract/screens.ts'
import type { MendedRow } from '../../api.ts'
import { Answer } from '../../ui/Answer.tsx'
import { More } from '../../ui/More.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { SetAsideRow } from './SetAsideRow.tsx'

/** Rows as a person mended them, by id. */
export type Mends = ReadonlyMap<string, string>

export const noMends: Mends = new Map()

type Props = {
  readonly what: 'row' | 'message'
  readonly query: UseInfiniteQueryResult<InfiniteData<SetAsideList>>
  readonly mends: Mends
  readonly onMend: (mends: Mends) => void
}

/** What is set aside, page by page, each as it came and to be mended by hand. */
export function AsideRows({ what, query, mends, onMend }: Props) {
  return (
    <Answer query={query} waiting={<Skeleton lines={6} height={40} />}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.rows)
        return (
          <>
            <ol className="aside-rows">
              {rows.map((row) => (
                <SetAsideRow
                  key={row.id}
                  what={what}
                  row={row}
                  mended={mends.get(row.id) ?? null}
                  onMend={(raw) => onMend(withMend(mends, row.id, raw))}
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
  )
}

function withMend(mends: Mends, id: string, raw: string | null): Mends {
  const next = new Map(mends)
  if (raw === null) next.delete(id)
  else next.set(id, raw)
  return next
}

export function toRows(mends: Mends): MendedRow[] {
  return [...mends].map(([id, raw]) => ({ id, raw }))
}
