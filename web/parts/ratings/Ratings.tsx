import './ratings.css'
import type {
  RatedJson,
  RatingNames,
  RatingsJson,
  ScaleJson,
  SurveysJson,
} from '../../../contract/ratings.ts'
import { isKnown } from '../../../core/base/cannot-say.ts'
import { CannotSay } from '../../ui/CannotSay.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { formatCount, formatShare, formatShareRange } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { Share } from '../../ui/Share.tsx'
import { useSourceName } from '../sources/useSourceName.ts'
import { BarCells, BarHeads } from './Bars.tsx'
import { nameRating } from './name-rating.ts'
import {
  formatAverage,
  type HrefTo,
  hrefsOf,
  type KnownRatings,
  sayInterval,
  sayLeftOut,
  sayRated,
  sayRating,
} from './say-ratings.ts'
import { useRatingNames } from './useRatingNames.ts'

type Props = { readonly workspace: string; readonly ratings: RatingsJson; readonly surveys: SurveysJson }

const title = 'How they rated it'

/** What customers gave, and what that hides: how many came back. Nothing where nobody rated anything. */
export function Ratings({ workspace, ratings, surveys }: Props) {
  if (ratings === null) return null
  if (!isKnown(ratings)) {
    return (
      <Section title={title}>
        <CannotSay because={ratings.cannotSay} />
      </Section>
    )
  }
  const leftOut = sayLeftOut(ratings, surveys)
  return (
    <Section title={title} note={sayRated(ratings)}>
      {ratings.scales.map((scale) => (
        <OneScale key={scale.source} workspace={workspace} ratings={ratings} scale={scale} />
      ))}
      {leftOut !== null && <p className="small soft">{leftOut}</p>}
    </Section>
  )
}

type ScaleProps = {
  readonly workspace: string
  readonly ratings: KnownRatings
  readonly scale: ScaleJson
}

function OneScale({ workspace, ratings, scale }: ScaleProps) {
  const { average, values, halves, source } = scale
  const sourceName = useSourceName(workspace, source)
  const names = useRatingNames(workspace)
  const hrefTo = hrefsOf(workspace, ratings, scale)
  const named = { names, source }
  return (
    <div className="ratings">
      {ratings.scales.length > 1 && <h3>{sourceName}</h3>}
      {isKnown(average) ? (
        <p>
          <Figure href={hrefTo(scale)}>{formatAverage(average.value)}</Figure> on average,{' '}
          {sayInterval(scale, average, names)}.
        </p>
      ) : (
        <CannotSay what="the average" because={average.cannotSay} />
      )}
      {isKnown(halves) && <Returned groups={[halves.higher, halves.lower]} hrefTo={hrefTo} named={named} />}
      {isKnown(values) ? (
        <Spread values={values} hrefTo={hrefTo} named={named} />
      ) : (
        <CannotSay what="how they are spread" because={values.cannotSay} />
      )}
    </div>
  )
}

type Named = { readonly names: RatingNames; readonly source: string }
type GroupsProps = { readonly groups: readonly RatedJson[]; readonly hrefTo: HrefTo; readonly named: Named }

/** What the scores hide: who came back all the same. */
function Returned({ groups, hrefTo, named: { names, source } }: GroupsProps) {
  const [first] = groups
  if (first !== undefined && groups.every(({ returned }) => !isKnown(returned)) && !isKnown(first.returned))
    return <CannotSay what="how many came back" because={first.returned.cannotSay} />
  return (
    <ul className="sentences">
      {groups.map((group) => (
        <li key={group.lowest}>
          Of those who gave {sayRating(group, names, source)},{' '}
          <ReturnedFigure group={group} hrefTo={hrefTo} />
        </li>
      ))}
    </ul>
  )
}

function ReturnedFigure({ group, hrefTo }: { readonly group: RatedJson; readonly hrefTo: HrefTo }) {
  const { returned } = group
  if (!isKnown(returned)) return <>cannot say how many came back: {returned.cannotSay}.</>
  const { value, low, high, n } = returned
  return (
    <>
      <Figure href={hrefTo(group, { followedWithin: 7 })}>{formatShare(value)}</Figure> came back within 7
      days ({formatShareRange(low, high)}, of {formatCount(n)} whose 7 days have passed).
    </>
  )
}

type SpreadProps = { readonly values: readonly RatedJson[]; readonly hrefTo: HrefTo; readonly named: Named }

/** One bar a value, lowest first, and beside each who came back. */
function Spread({ values, hrefTo, named: { names, source } }: SpreadProps) {
  const most = Math.max(1, ...values.map(({ contacts }) => contacts))
  const shares = values.map(({ returned }) => returned).filter(isKnown)
  const widest = Math.max(0.01, ...shares.map(({ high }) => high))
  return (
    <table className="plain-table ratings-table">
      <thead>
        <tr>
          <BarHeads what="Contacts" />
          {shares.length > 0 && (
            <th scope="col" colSpan={2}>
              Back within 7 days
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {values.map((one) => (
          <tr key={one.lowest}>
            <BarCells
              rating={nameRating(names, source, one.lowest)}
              count={one.contacts}
              most={most}
              href={hrefTo(one)}
            />
            {shares.length > 0 && <Back one={one} widest={widest} hrefTo={hrefTo} />}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type BackProps = { readonly one: RatedJson; readonly widest: number; readonly hrefTo: HrefTo }

function Back({ one, widest, hrefTo }: BackProps) {
  const { returned } = one
  if (!isKnown(returned))
    return (
      <td colSpan={2} title={returned.cannotSay}>
        cannot say
      </td>
    )
  return (
    <>
      <td className="ratings-share">
        <Share share={returned} of="contacts" max={widest} />
      </td>
      <td className="number">
        <Figure href={hrefTo(one, { followedWithin: 7 })}>{formatShare(returned.value)}</Figure>
      </td>
    </>
  )
}
