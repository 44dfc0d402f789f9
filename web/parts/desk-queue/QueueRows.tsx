import type { Queue } from '../../../contract/desk/desk.ts'
import { paths } from '../../paths.ts'
import { formatMoment } from '../../ui/format.ts'
import { Go } from '../../ui/Go.tsx'

type Props = { readonly workspace: string; readonly issues: Queue['issues'] }

/** Who waits, in order: their words first, then why they stand here. */
export function QueueRows({ workspace, issues }: Props) {
  return (
    <ol className="queue">
      {issues.map((issue) => (
        <li key={issue.id}>
          <Go data-row className="queue-words" href={paths.deskIssue(workspace, issue.id)}>
            {shorten(issue.words) ?? 'Nothing was said in words'}
          </Go>
          <p className="small soft">
            {[issue.customer ?? 'A customer without a name', issue.cause, issue.channel]
              .filter((part) => part !== null)
              .join(' · ')}
          </p>
          <ul className="reasons small">
            {issue.reasons.map(({ words, kind }) => (
              <li
                key={words}
                className={kind === 'promise' || kind === 'stakes' ? 'reason-strong' : undefined}
              >
                {words}
              </li>
            ))}
          </ul>
          {issue.holder !== null && <p className="small">{issue.holder} is on it</p>}
          {issue.handedTo !== null && (
            <p className="small">
              On its way to {issue.handedTo}
              {issue.due !== null && `, by ${formatMoment(issue.due)}`}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

const most = 260

/** Whole sentences, as many as a row holds; the first one always. A subject keeps its line. */
function shorten(said: string | null): string | null {
  const words = said?.replace(/\n\s*\n/g, '\n') ?? null
  if (words === null || words.length <= most) return words
  const sentences = words.match(/[^.!?\n]+[.!?\n]*/g) ?? [words]
  let kept = ''
  for (const sentence of sentences) {
    if (kept !== '' && kept.length + sentence.length > most) break
    kept += sentence
  }
  return `${kept.trim()} …`
}
