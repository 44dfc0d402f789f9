import type { RatingNames } from '../../../contract/ratings.ts'
import { anyRule } from '../../../core/causes/drivers/cited-rule.ts'
import { formatWeek, plural } from '../../ui/format.ts'
import { nameSigns } from '../../ui/signals.ts'
import type { ContactView } from '../../views.ts'
import { sayRange } from '../ratings/say-ratings.ts'

/** What the people who read it call the cause and the source of the view. */
export type Named = {
  readonly causeName: string | null
  readonly sourceName: string | null
  readonly ratingNames: RatingNames
}

/** Says which contacts a list holds, so that a link to it explains itself. */
export function sayContactView(view: ContactView, { causeName, sourceName, ratingNames }: Named): string {
  const parts = [
    view.withoutCustomer === undefined ? null : 'whose customer is not known',
    view.unassigned === undefined ? null : 'that fit no cause',
    view.cause === undefined ? null : `about “${causeName ?? 'one cause'}”`,
    view.channel === undefined ? null : `by ${view.channel}`,
    view.emotion === undefined
      ? null
      : `in which the customer’s words show ${nameSigns(view.emotion).name.toLowerCase()} most`,
    view.rating === undefined ? null : `rated ${sayRange(view.rating, ratingNames, view.source)}`,
    view.source === undefined ? null : `from “${sourceName ?? view.source}”`,
    view.attribute === undefined || view.value === undefined
      ? null
      : sayValue(view.attribute, view.value, view.mark),
    view.week === undefined ? null : `in the week of ${formatWeek(view.week)}`,
    view.followedWithin === undefined ? null : sayFollowed(Number(view.followedWithin), view.about),
  ].filter((part) => part !== null)
  return parts.length === 0 ? 'All contacts' : `Contacts ${parts.join(', ')}`
}

function sayValue(attribute: string, value: string, mark: ContactView['mark']): string {
  if (mark === undefined) return `where ${attribute} is ${value}`
  if (mark === 'before') return 'of customers who shortly before came about another cause'
  if (mark === 'rule') return `in which the company cited a rule${value === anyRule ? '' : `: ${value}`}`
  return attribute === 'handling' ? `that were ${value}` : `in which ${attribute} became ${value}`
}

function sayFollowed(days: number, about: string | undefined): string {
  const what = about === 'same' ? 'by another about the same' : 'by another of the same customer'
  return `followed ${what} within ${plural(days, 'day')}`
}

/** How long until the customer came again. */
export function sayNext(days: number): string {
  if (days < 1 / 24) return 'came again within the hour'
  if (days < 1) return `came again ${plural(Math.round(days * 24), 'hour')} later`
  return `came again ${plural(Math.round(days), 'day')} later`
}
