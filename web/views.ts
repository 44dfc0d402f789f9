import type { ContactFilter, IssueFilter } from '../contract/screens.ts'

/** The filters that a link to a list can hold, by name. */
export const issueKeys = [
  'cause',
  'team',
  'channel',
  'emotion',
  'customer',
  'minContacts',
  'handedOff',
  'pingPong',
  'spokenHandOff',
  'sort',
] as const satisfies readonly (keyof IssueFilter)[]

export const contactKeys = [
  'followedWithin',
  'about',
  'cause',
  'withoutCustomer',
  'unassigned',
  'week',
  'channel',
  'emotion',
  'rating',
  'source',
  'attribute',
  'value',
  'mark',
] as const satisfies readonly (keyof ContactFilter)[]

/** Answers to which survey, and which of them. */
export const surveyKeys = ['source', 'rating'] as const

export type ViewOf<Key extends string> = { readonly [K in Key]?: string }
export type IssueView = ViewOf<(typeof issueKeys)[number]>
export type ContactView = ViewOf<(typeof contactKeys)[number]>

/** Makes the reader of a view: of all that a URL may say, the keys that the page knows and that are set. */
export function readView<const Key extends string>(keys: readonly Key[]) {
  return (search: Readonly<Record<string, unknown>>): ViewOf<Key> => {
    const view: { [K in Key]?: string } = {}
    for (const key of keys) {
      const value = search[key]
      if (typeof value === 'string' && value !== '') view[key] = value
    }
    return view
  }
}

/** The id under which the cost of contacts without a cause is given. */
export const noCause = ''

/** What stands in an address for it. */
const noCauseName = '-'

/** The causes that an address leaves out of the sum. */
export function leftOut(without: string): ReadonlySet<string> {
  return new Set(without === '' ? [] : without.split(',').map((id) => (id === noCauseName ? noCause : id)))
}

/** What an address says of a cost over so many months, without these causes; nothing of what is as usual. */
export function toCostView(months: string, without: readonly string[]) {
  const ids = without.map((id) => id || noCauseName).join(',')
  return { ...(months === '' ? {} : { months }), ...(ids === '' ? {} : { without: ids }) }
}
