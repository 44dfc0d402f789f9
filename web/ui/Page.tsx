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

export function Section({ title, children, note }: { title: string; children: ReactNode; note?: ReactNode }) {
  return (
    <section className="section">
      <h2>{title}</h2>
      {note !== undefined && <p className="section-note">{note}</p>}
      {children}
    </section>
  )
}
