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
