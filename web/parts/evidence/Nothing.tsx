import { Empty } from '../../ui/Empty.tsx'
import { Go } from '../../ui/Go.tsx'

type Props = { readonly what: string; readonly all: string }

/** A list of evidence that is empty: the figure behind it is nought. */
export function Nothing({ what, all }: Props) {
  return (
    <Empty title={`There is no such ${what}.`}>
      <p className="notice-ways">
        <Go className="button" href={all}>
          Show all
        </Go>
      </p>
    </Empty>
  )
}
