import { Failure } from '../../contract/failures.ts'

/** A step that did not work, said beside it: what happened, then what to do. */
export function FailedStep({ error }: { readonly error: unknown }) {
  const said =
    error instanceof Failure
      ? `${error.message} ${error.hint}`
      : 'Something went wrong on our side. Try again.'
  return (
    <p className="failed-step" role="alert">
      {said.trim()}
    </p>
  )
}
