import { Figure } from '../../ui/Figure.tsx'
import { formatCount } from '../../ui/format.ts'

/** Heads the columns of BarCells. */
export function BarHeads({ what }: { readonly what: string }) {
  return (
    <>
      <th scope="col" className="ratings-name">
        Rated
      </th>
      <th scope="col" className="ratings-bar">
        <span className="unseen">{what}, drawn</span>
      </th>
      <th scope="col" className="number">
        {what}
      </th>
    </>
  )
}

type Props = {
  /** Its number, and its word where there is one. */
  readonly rating: string
  readonly count: number
  /** The longest bar of the table. */
  readonly most: number
  readonly href: string
}

/** One rating: a bar as long as it was given often, and what is behind it. */
export function BarCells({ rating, count, most, href }: Props) {
  return (
    <>
      <th scope="row" className="ratings-name">
        {rating}
      </th>
      <td>
        <span className="plain-track" aria-hidden="true">
          <span style={{ width: `${(count / most) * 100}%` }} />
        </span>
      </td>
      <td className="number">
        <Figure href={href}>{formatCount(count)}</Figure>
      </td>
    </>
  )
}
