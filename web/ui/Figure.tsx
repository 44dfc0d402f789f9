import type { ReactNode } from 'react'
import { Go } from './Go.tsx'

type Props = { readonly href: string; readonly children: ReactNode; readonly note?: string | undefined }

/** A number that opens its evidence. */
export function Figure({ href, children, note }: Props) {
  return (
    <Go className="figure" href={href} title={note ?? 'Open the evidence'}>
      {children}
    </Go>
  )
}
