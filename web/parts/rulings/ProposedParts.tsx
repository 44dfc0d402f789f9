import { useQuery } from '@tanstack/react-query'
import { queries } from '../../queries.ts'
import { Answer } from '../../ui/Answer.tsx'
import { plural } from '../../ui/format.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'

type Props = {
  readonly workspace: string
  readonly cause: string
  readonly onChoose: (contacts: readonly string[]) => void
}

/** How the engine would split the cause; choosing a part chooses its messages, which can still be changed below. */
export function ProposedParts({ workspace, cause, onChoose }: Props) {
  const query = useQuery(queries.parts(workspace, cause))
  return (
    <Answer query={query} waiting={<Skeleton lines={2} height={32} />}>
      {({ parts }) =>
        parts.length === 0 ? (
          <p className="small soft">Its newest messages hang together as one; no part stands out.</p>
        ) : (
          <fieldset className="parts">
            <legend>Parts that stand out among its newest messages</legend>
            {parts.map(({ name, contacts }) => (
              <button key={name} type="button" className="button" onClick={() => onChoose(contacts)}>
                {name} ({plural(contacts.length, 'message')})
              </button>
            ))}
          </fieldset>
        )
      }
    </Answer>
  )
}
