import { useQuery } from '@tanstack/react-query'
import { queries } from '../../queries.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Thread } from '../Thread.tsx'

type Props = { readonly workspace: string; readonly issue: string }

/** What lay before and after these words: the thread of the issue they were said in, as large as the page allows. */
export function VoiceThread({ workspace, issue }: Props) {
  const { data, isPending } = useQuery(queries.issue(workspace, issue))
  if (isPending) return <Skeleton lines={1} height={120} />
  if (data === undefined) return null
  return (
    <div className="voice-thread">
      <div className="voice-thread-wide">
        <Thread workspace={workspace} thread={data.issue.thread} size="large" />
      </div>
      <div className="voice-thread-narrow">
        <Thread workspace={workspace} thread={data.issue.thread} size="small" />
      </div>
    </div>
  )
}
