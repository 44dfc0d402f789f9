import type { ReactNode } from 'react'

type Props = { readonly title: string; readonly children: ReactNode }

/** Nothing here yet, and the next step. */
export function Empty({ title, children }: Props) {
  return (
    <div className="notice">
      <h2>{title}</h2>
      {children}
    </div>
  )
}
