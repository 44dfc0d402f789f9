import { type ReactNode, useEffect } from 'react'

type Props = {
  readonly title: string
  readonly above?: ReactNode
  readonly children: ReactNode
}

/** A page of the report: its name in the window, its heading, its content. */
export function Page({ title, above, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Outside-In`
  }, [title])
  return (
    <article className="page">
      <header className="page-head">
        {above !== undefined && <div className="page-above">{above}</div>}
        <h1>{title}</h1>
      </header>
      {children}
    </article>
  )
}

type SectionProps = {
  readonly title: string
  readonly children: ReactNode
  readonly note?: ReactNode
  /** Where the keys for the next and the previous row stop, on pages that are worked through from part to part. */
  readonly isStop?: boolean
}

export function Section({ title, children, note, isStop = false }: SectionProps) {
  return (
    <section className="section">
      <h2 tabIndex={isStop ? -1 : undefined} data-row={isStop || undefined}>
        {title}
      </h2>
      {note !== undefined && <p className="section-note">{note}</p>}
      {children}
    </section>
  )
}
