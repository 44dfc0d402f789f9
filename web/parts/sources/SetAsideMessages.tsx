import { type InfiniteData, type UseInfiniteQueryResult, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { SetAsideList } from '../../../contract/screens.ts'
import type { MendedRow } from '../../api.ts'
import { Answer } from '../../ui/Answer.tsx'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { plural } from '../../ui/format.ts'
import { More } from '../../ui/More.tsx'
import { Section } from '../../ui/Page.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { SetAsideRow } from './SetAsideRow.tsx'

type Props = {
  readonly count: number
  readonly note: string
  readonly query: UseInfiniteQueryResult<InfiniteData<SetAsideList>>
  readonly reread: (mended: readonly MendedRow[]) => Promise<unknown>
}

/** What was sent and could not be read: as it came, to be mended by hand, or read again as it is. */
export function SetAsideMessages({ count, note, query, reread }: Props) {
  const [mended, setMended] = useState<Readonly<Record<string, string>>>({})
  const again = useMutation({
    mutationFn: () => reread(Object.entries(mended).map(([id, raw]) => ({ id, raw }))),
    onSuccess: () => setMended({}),
  })
  return (
    <Section title={`${plural(count, 'message')} set aside`} note={note}>
      <p className="notice-ways">
        <button type="button" className="button" disabled={again.isPending} onClick={() => again.mutate()}>
          Read them again
        </button>
        <span className="soft" role="status">
          {again.isSuccess && count > 0 ? 'The rest still can’t be read.' : ''}
        </span>
      </p>
      {again.isError && <FailedStep error={again.error} />}
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
