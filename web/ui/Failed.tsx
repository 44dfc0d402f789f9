import { useParams } from '@tanstack/react-router'
import { Failure } from '../../contract/failures.ts'
import { paths } from '../paths.ts'
import { Go } from './Go.tsx'

type Props = { readonly error: unknown; readonly onAgain: () => void }

/** What happened, then what to do. What is not there is not there the next time either, and a guest has no start here. */
export function Failed({ error, onAgain }: Props) {
  const { token, panelOf } = useParams({ strict: false })
  const said = error instanceof Failure ? error : null
  const isGuest = token !== undefined || panelOf !== undefined
  return (
    <div className="notice" role="alert">
      <h2>{said?.message ?? 'Something went wrong on our side.'}</h2>
      <p>{said?.hint ?? 'Nothing of yours is lost. Please try again.'}</p>
      <p className="notice-ways">
        {said?.code !== 'notFound' && (
          <button type="button" className="button" onClick={onAgain}>
            Try again
          </button>
        )}
        {!isGuest && <Go href={paths.first()}>Go to the start</Go>}
      </p>
    </div>
  )
}
