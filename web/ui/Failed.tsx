import { Failure } from '../../contract/failures.ts'
import { paths } from '../paths.ts'
import { Go } from './Go.tsx'

type Props = { readonly error: unknown; readonly onAgain: () => void }

/** What happened, then what to do. */
export function Failed({ error, onAgain }: Props) {
  const said = error instanceof Failure ? error : null
  return (
    <div className="notice" role="alert">
      <h2>{said?.message ?? 'Something went wrong on our side.'}</h2>
      <p>{said?.hint ?? 'Nothing of yours is lost. Please try again.'}</p>
      <p className="notice-ways">
        <button type="button" className="button" onClick={onAgain}>
          Try again
        </button>
        <Go href={paths.first()}>Go to the start</Go>
      </p>
    </div>
  )
}
