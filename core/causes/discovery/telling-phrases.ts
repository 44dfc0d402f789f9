import { compareText } from '../../base/order.ts'

const stopWords = new Set(
  `a an the i i'm im i've ive i'd i'll me my mine myself we our us you your it it's its is are was were be been being am do does did
  doing don't dont doesn't didn't can can't cant cannot could couldn't will won't would wouldn't should shouldn't have has had having
  haven't hasn't hadn't isn't aren't wasn't weren't to of in on at for from with by as and or but if so not no any some this that
  these those there here what what's whats how when where why which who please help just also about get got there's he she they them
  their been up out into than then too very u ur pls need want like know let tell hi hello hey thanks thank ok okay yes im trying
  try still now one been make made say said see way thing things really us because since while after before again already even
  ever much many more most same other another only over all both each few own s t don doesn didn isn won # today`.split(
    /\s+/,
  ),
)

const longestText = 60
const leastShare = 0.1
const leastTexts = 3

export type PhraseGroup = {
  readonly group: number
  readonly words: readonly string[]
  readonly weight: number
}

/**
 * The phrases (of at most `words` words) that set each group of texts apart: frequent in the group and rare outside it.
 * Forms of one word count as one (`refund`, `refunds`); shown is the form used most. Phrases in fewer than three texts or
 * 10 % of a group are left out. Source: class-based tf-idf, Grootendorst (2022). Cost: linear in the words.
 */
export function findTellingPhrases(
  texts: readonly PhraseGroup[],
  groups: number,
  { most, words: mostWords }: { readonly most: number; readonly words: number },
): readonly string[][] {
  const sizes = new Float64Array(groups)
  const within = Array.from({ length: groups }, () => new Map<string, number>())
  const everywhere = new Map<string, number>()
  let total = 0
  for (const { group, words, weight } of texts) {
    total += weight
    const keys = [...phrasesOf(words, mostWords).keys()]
    for (const key of keys) everywhere.set(key, (everywhere.get(key) ?? 0) + weight)
    const counts = within[group]
    if (!counts) continue
    sizes[group] = (sizes[group] ?? 0) + weight
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + weight)
  }
  const keys = within.map((counts, group) => pickKeys(counts, everywhere, sizes[group] ?? 0, total, most))
  return showForms(keys, texts, mostWords)
}

/** Phrases by the stems of their words, each with a form as written. */
function phrasesOf(words: readonly string[], mostWords: number): ReadonlyMap<string, string> {
  const phrases = new Map<string, string>()
  const count = Math.min(words.length, longestText)
  for (let start = 0; start < count; start++) {
    if (isStop(words[start])) continue
    for (let length = 1; length <= mostWords && start + length <= count; length++) {
      const phrase = words.slice(start, start + length)
      if (!isStop(phrase.at(-1))) phrases.set(phrase.map(stem).join(' '), phrase.join(' '))
    }
  }
  return phrases
}

function isStop(word: string | undefined): boolean {
  return word === undefined || word.length < 2 || stopWords.has(word)
}

function stem(word: string): string {
  if (word.length > 5 && word.endsWith('ing')) return word.slice(0, -3).replace(/([^aeiouls])\1$/, '$1')
  if (word.length > 4 && word.endsWith('ied')) return `${word.slice(0, -3)}y`
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.length > 4 && word.endsWith('ed')) return word.slice(0, -2).replace(/([^aeiouls])\1$/, '$1')
  if (word.length > 3 && word.endsWith('s') && !/[us]s$/.test(word))
    return word.slice(0, -1).replace(/e$/, '')
  return word.length > 4 ? word.replace(/e$/, '') : word
}

function pickKeys(
  counts: ReadonlyMap<string, number>,
  everywhere: ReadonlyMap<string, number>,
  size: number,
  total: number,
  most: number,
): readonly string[] {
  const scored: { readonly key: string; readonly score: number }[] = []
  for (const [key, count] of counts) {
    if (count < Math.max(leastTexts, size * leastShare)) continue
    const all = everywhere.get(key) ?? count
    const length = key.split(' ').length
    const score =
      (count / size) * Math.log(1 + total / all) * (1 + 0.2 * (length - 1)) * Math.sqrt(count / all)
    scored.push({ key, score })
  }
  scored.sort((left, right) => right.score - left.score || compareText(left.key, right.key))
  const picked: string[] = []
  for (const { key } of scored) {
    if (picked.length === most) break
    if (!picked.some((other) => overlap(other, key))) picked.push(key)
  }
  return picked
}

function overlap(one: string, other: string): boolean {
  const words = one.split(' ')
  return other.split(' ').some((word) => words.includes(word))
}

/** The form of each picked phrase that was written most often in its group. */
function showForms(
  keys: readonly (readonly string[])[],
  texts: readonly PhraseGroup[],
  mostWords: number,
): readonly string[][] {
  const forms = keys.map((picked) => new Map(picked.map((key) => [key, new Map<string, number>()])))
  for (const { group, words, weight } of texts) {
    const wanted = forms[group]
    if (!wanted || wanted.size === 0) continue
    for (const [key, form] of phrasesOf(words, mostWords)) {
      const counts = wanted.get(key)
      if (counts) counts.set(form, (counts.get(form) ?? 0) + weight)
    }
  }
  return keys.map((picked, group) => picked.map((key) => mostFrequent(forms[group]?.get(key), key)))
}

function mostFrequent(counts: ReadonlyMap<string, number> | undefined, otherwise: string): string {
  const ordered = [...(counts ?? [])].sort(
    (left, right) => right[1] - left[1] || compareText(left[0], right[0]),
  )
  return ordered[0]?.[0] ?? otherwise
}
