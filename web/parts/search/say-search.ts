import type { SearchReply } from '../../../contract/search.ts'
import { formatCount, plural, type Total } from '../../ui/format.ts'

type Asked = {
  readonly words: string
  readonly from: string | undefined
  readonly channel: string | undefined
}

/** How many messages contain the words, and who said them: the sentence that a page of results opens with. */
export function sayFound({ total, isAtLeast }: Total, { words, from, channel }: Asked): string {
  const who = { customer: ' of customers', company: ' of the company' }[from ?? ''] ?? ''
  const where = channel === undefined ? '' : `, by ${channel},`
  const many = isAtLeast ? `${formatCount(total)} or more messages` : plural(total, 'message')
  const contain = total === 1 && !isAtLeast ? 'contains' : 'contain'
  const what = /\s/.test(words) ? 'these words' : `“${words}”`
  return `${many}${who}${where} ${contain} ${what}, newest first.`
}

/** What search does not know yet; null when it knows all. */
export function sayWaiting({ known }: Pick<SearchReply, 'known'>): string | null {
  if (known.waiting === 0) return null
  return `Search has read ${plural(known.texts, 'message')} so far; ${plural(known.waiting, 'more', 'more')} will be in it soon.`
}
