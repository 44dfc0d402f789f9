import { Failure } from '../../../contract/failures.ts'
import { mostInteractions } from '../../../contract/interactions.ts'
import type { Instant } from '../../../core/base/time.ts'
import { isTold, type Judged, parseTold, type Unreadable } from '../told.ts'
import { cutArray, cutLines } from './cut-raw.ts'

/** Reads what a request tells, each by itself. Who tells a single thing and tells it wrongly hears of it at once. */
export function judgeBody(body: Uint8Array, contentType: string, now: Instant): Judged[] {
  const { items, cut } = itemsOf(body, contentType)
  if (items.length > mostInteractions) {
    throw new Failure(
      'tooLarge',
      `A request can bring ${mostInteractions} interactions at most.`,
      'Send it in several requests.',
    )
  }
  let raws: readonly Uint8Array[] | null = null
  return items.map((item, position) => {
    const one = 'given' in item ? parseTold(item.given, now) : item
    if (items.length === 1 && !isTold(one))
      throw new Failure('badInput', `The interaction can’t be read: ${one.detail}`, seeForm)
    const raw = () => {
      raws ??= cut(body)
      return raws[position] ?? body
    }
    return { ...one, raw }
  })
}

type Item = { readonly given: unknown } | Unreadable

/** What a body holds; and how the bytes of each are cut out of it, which is done only where something is set aside. */
type Items = { readonly items: readonly Item[]; cut(body: Uint8Array): Uint8Array[] }

const noJson = 'The body is no JSON that holds interactions.'
const seeForm = 'See Interaction in /api/openapi.json for its form.'

function itemsOf(body: Uint8Array, contentType: string): Items {
  const text = new TextDecoder().decode(body)
  if (contentType.startsWith('application/x-ndjson')) {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    return { items: lines.map((line) => parseJson(line) ?? unreadableLine), cut: cutLines }
  }
  if (!/^application\/(cloudevents(-batch)?\+)?json\b/.test(contentType)) {
    throw new Failure(
      'badInput',
      `Interactions can’t be read from “${contentType}”.`,
      'Send application/json.',
    )
  }
  const whole = parseJson(text)?.given
  if (Array.isArray(whole) && whole.length > 0)
    return { items: whole.map((given: unknown) => ({ given })), cut: cutArray }
  if (Array.isArray(whole) || typeof whole !== 'object' || whole === null)
    throw new Failure('badInput', noJson, seeForm)
  return { items: [{ given: whole }], cut: (all) => [all] }
}

export function parseJson(text: string): { readonly given: unknown } | null {
  try {
    return { given: JSON.parse(text) }
  } catch {
    return null
  }
}

const unreadableLine: Unreadable = {
  externalId: null,
  reason: 'no JSON',
  detail: 'The line is no JSON. Each line holds one interaction.',
}
