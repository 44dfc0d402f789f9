import '../changes/changes.css'
import { useQuery } from '@tanstack/react-query'
import { paths } from '../../paths.ts'
import { queries } from '../../queries.ts'
import { Go } from '../../ui/Go.tsx'
import { Section } from '../../ui/Page.tsx'
import { sayEstimateThen, sayOutcomeSoFar } from '../changes/say-change.ts'

/** Each change that customers felt: the estimate of the day beside what came; nothing where none has started. */
export function ThenAndNow({ workspace }: { readonly workspace: string }) {
  const changes = useQuery(queries.changes(workspace)).data?.changes ?? []
  const felt = changes.filter(({ verdict }) => verdict !== null)
  if (felt.length === 0) return null
  return (
    <Section
      title="What was estimated then, and what came"
      note="Without what each change costs. The estimate is for its whole horizon, the outcome for the days so far."
    >
      <ul className="options">
        {felt.map((change) => (
          <li key={change.id}>
            <div className="option-name">
              <Go data-row href={paths.change(workspace, String(change.id))}>
                {change.plan.what}
              </Go>
            </div>
            <p>{sayEstimateThen(change)}</p>
            {change.verdict !== null && <p>{sayOutcomeSoFar(change.verdict)}</p>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
