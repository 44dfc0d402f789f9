import { z } from 'zod'
import type { RatingNames } from '../../contract/ratings.ts'
import { compareText } from '../../core/base/order.ts'
import type { Import } from '../../store/imports.ts'

/** As much of what a file was read by as names its ratings. */
const contextSchema = z.object({
  mapping: z.object({ source: z.string(), ratingValues: z.record(z.string(), z.number()).optional() }),
})

/** What the customers of each source said for a number, by the mapping it was last read with. Imports are newest first. */
export function toRatingNames(imports: readonly Pick<Import, 'files'>[]): RatingNames {
  const names = new Map<string, Record<string, string>>()
  for (const { context } of imports.flatMap(({ files }) => files)) {
    const parsed = contextSchema.safeParse(context)
    if (!parsed.success) continue
    const { source, ratingValues } = parsed.data.mapping
    if (!names.has(source)) names.set(source, namesOf(ratingValues ?? {}))
  }
  return Object.fromEntries([...names].filter(([, words]) => Object.keys(words).length > 0))
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
