import type { ErrorComponentProps } from '@tanstack/react-router'
import { Failed } from '../ui/Failed.tsx'

/** A page that broke while it was drawn: said plainly, never left blank. */
export function Broken({ error, reset }: ErrorComponentProps) {
  return (
    <article className="page">
      <Failed error={error} onAgain={reset} />
    </article>
  )
}
