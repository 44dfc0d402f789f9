import type { ReactNode } from 'react'

type Props = { readonly secret: string; readonly children?: ReactNode }

/** A secret that was just made: the only time that anybody sees it. */
export function ShownOnce({ secret, children }: Props) {
  return (
    <div className="notice" role="status">
      <h3>The secret, shown this once</h3>
      <pre className="to-copy">{secret}</pre>
      <p>Copy it into the other system now. It is kept encrypted and never shown again.</p>
      {children !== undefined && <p className="notice-ways">{children}</p>}
    </div>
  )
}
