import { useMutation } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { plural } from '../../ui/format.ts'
import { useGo } from '../../ui/Go.tsx'

type Props = {
  readonly workspace: string
  readonly since: number
  readonly what?: 'correction' | 'decision'
}

/** What people said since the last reading holds where it was said; counts follow when the records are read again. */
export function ReadAgain({ workspace, since, what = 'correction' }: Props) {
  const go = useGo()
  const read = useMutation({
    mutationFn: () => api.startReading(workspace),
    onSuccess: ({ id }) => go(paths.source(workspace, id)),
  })
  if (since === 0) return null
  return (
    <div className="section">
      <p>
        {plural(since, what)} since the last reading. They hold where they were made; counts and charts follow
        when the records are read again.
      </p>
      <p className="notice-ways">
        <button type="button" className="button" disabled={read.isPending} onClick={() => read.mutate()}>
          Read again
        </button>
      </p>
      {read.isError && <FailedStep error={read.error} />}
    </div>
  )
}
