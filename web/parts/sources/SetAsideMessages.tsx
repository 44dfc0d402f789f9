import { type InfiniteData, type UseInfiniteQueryResult, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { SetAsideList } from '../../../contract/screens.ts'
import type { MendedRow } from '../../api.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { plural } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { AsideRows, noMends, toRows } from './AsideRows.tsx'

type Props = {
  readonly count: number
  readonly note: string
  readonly query: UseInfiniteQueryResult<InfiniteData<SetAsideList>>
  readonly reread: (mended: readonly MendedRow[]) => Promise<unknown>
}

/** What was sent and could not be read: as it came, to be mended by hand, or read again as it is. */
export function SetAsideMessages({ count, note, query, reread }: Props) {
  const [mends, setMends] = useState(noMends)
  const again = useMutation({
    mutationFn: () => reread(toRows(mends)),
    onSuccess: () => setMends(noMends),
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
      <AsideRows what="message" query={query} mends={mends} onMend={setMends} />
    </Section>
  )
}
