import { z } from 'zod'
import type { RatingNames } from '../../contract/ratings.ts'
import { compareText } from '../../core/base/order.ts'
import type { Import } from '../../store/imports.ts'

/** As much of what a file was read by as names its ratings. */
const contextSchema = z.object({
  mapping: z.object({ source: z.string(), ratingValues: z.record(z.string(), z.number()).optional() }),
})

/**
 * What the customers of each source said for a number: where a source was read by several mappings, the word on which all agree that
 * name the number, for the ratings of all are kept. A file that gave nothing new names nothing.
 */
export function toRatingNames(
  imports: readonly Pick<Import, 'files'>[],
  mask: (word: string) => string,
): RatingNames {
  const all = imports.flatMap(({ files }) => files).filter(({ interactions }) => interactions > 0)
  const bySource = new Map<string, Record<string, string>[]>()
  for (const { context } of all) {
    const parsed = contextSchema.safeParse(context)
    if (!parsed.success || parsed.data.mapping.ratingValues === undefined) continue
    const { source, ratingValues } = parsed.data.mapping
    const masked = Object.entries(ratingValues).map(([word, number]) => [mask(word), number])
    bySource.set(source, [...(bySource.get(source) ?? []), namesOf(Object.fromEntries(masked))])
  }
  const agreed = [...bySource].map(([source, names]) => [source, agreeOn(names)] as const)
  return Object.fromEntries(agreed.filter(([, words]) => Object.keys(words).length > 0))
}

function agreeOn(names: readonly Readonly<Record<string, string>>[]): Record<string, string> {
  const found = Object.assign({}, ...names.toReversed())
  const isAgreed = (number: string, word: string) =>
    names.every((one) => (one[number] ?? word).toLowerCase() === word.toLowerCase())
  return Object.fromEntries(Object.entries<string>(found).filter(([number, word]) => isAgreed(number, word)))
}

/** Several words may mean one number; one that is only written otherwise is said once. */
function namesOf(ratingValues: Readonly<Record<string, number>>): Record<string, string> {
  const words = new Map<number, Map<string, string>>()
  for (const [value, number] of Object.entries(ratingValues).sort(([one], [other]) =>
    compareText(one, other),
  )) {
    const word = withoutNumber(value)
    const known = words.get(number) ?? new Map<string, string>()
    if (!known.has(word.toLowerCase())) known.set(word.toLowerCase(), word)
    words.set(number, known)
  }
  return Object.fromEntries([...words].map(([number, known]) => [number, [...known.values()].join(' / ')]))
}

/** `5 - Very satisfied` is shown behind its number already. */
function withoutNumber(value: string): string {
  return value
    .replace(/^[+-]?\d+\s*\((.+)\)$/, '$1')
    .replace(/^[+-]?\d+\s*[-–—:.)=|]\s*(?=\p{L})/u, '')
    .replace(/\s*\(\d+\)$/, '')
}
