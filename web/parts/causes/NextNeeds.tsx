import type { NextNeed } from '../../../contract/screens.ts'
import { paths } from '../../paths.ts'
import { CannotSay } from '../../ui/CannotSay.tsx'
import { formatCount, formatShare, formatShareRange, plural } from '../../ui/format.ts'
import { Go } from '../../ui/Go.tsx'

type Props = { readonly workspace: string; readonly needs: readonly NextNeed[] }

/** What customers with a cause come back with, each with its evidence. */
export function NextNeeds({ workspace, needs }: Props) {
  if (needs.length === 0)
    return (
      <CannotSay because="nothing follows this cause within 30 days more often than chance would have it" />
    )
  return (
    <ul className="next-needs">
      {needs.map((need) => (
        <li key={need.next.id}>
          <p>
            <Go href={paths.cause(workspace, need.next.id)}>{need.next.name}</Go>
          </p>
          <p className="soft">
            {formatCount(need.followed)} of {plural(need.share.n, 'issue')} ({formatShare(need.share.value)},{' '}
            {formatShareRange(need.share.low, need.share.high)}), {sayTimes(need)} as after other causes. Seen
            to in the first contact, at most {plural(need.contacts, 'contact')} would have been spared.
          </p>
          <p className="soft">
            {need.examples.map(({ issue, next }, index) => (
              <span key={issue}>
                {index === 0 ? 'Example 1: ' : `; ${index + 1}: `}
                <Go href={paths.issue(workspace, issue)}>how it began</Go>,{' '}
                <Go href={paths.issue(workspace, next)}>what came next</Go>
              </span>
            ))}
            .
          </p>
        </li>
      ))}
    </ul>
  )
}

function sayTimes({ lift }: NextNeed): string {
  const round = (times: number) => (times < 10 ? times.toFixed(1) : formatCount(times))
  return `${round(lift.value)} times as often (95 % interval ${round(lift.low)} to ${round(lift.high)})`
}
