import { compareText } from '../../base/order.ts'
import { hashText } from '../../text/hash.ts'
import { numberKind, prepareScanner, standsForName, wordAt, wordKind } from '../../text/scan.ts'

/** Texts that say the same words, as one. */
export type DistinctText = {
  readonly form: string
  readonly text: string
  /** Smallest first. */
  readonly ids: readonly string[]
  /** What it means, where an endpoint said so. */
  readonly vector?: Float32Array
}

const scan = prepareScanner()

/** The words of a text in lower case, numbers as `#`; punctuation, links, addresses and what stands for a name left out. */
export function normalForm(text: string): string {
  const tokens = scan(text)
  let form = ''
  for (let index = 0; index < tokens.count; index++) {
    const kind = tokens.kinds[index]
    if (kind === wordKind ? standsForName(tokens, index) : kind !== numberKind) continue
    const word = kind === wordKind ? wordAt(tokens, index) : '#'
    form += form === '' ? word : ` ${word}`
  }
  return form
}

/**
 * Folds texts of the same normal form into one, in the order of their forms, whatever the order they come in.
 * Texts without a word are left out. Cost: O(n log n).
 */
export function foldTexts(
  texts: readonly { readonly id: string; readonly text: string; readonly vector?: Float32Array }[],
): readonly DistinctText[] {
  const found = new Map<string, { text: string; ids: string[]; vector?: Float32Array }>()
  for (const { id, text, vector } of texts) {
    const form = normalForm(text)
    if (!/\p{L}/u.test(form)) continue
    const same = found.get(form)
    const meant = vector === undefined ? {} : { vector }
    if (!same) found.set(form, { text, ids: [id], ...meant })
    else {
      same.ids.push(id)
      if (compareText(text, same.text) < 0) Object.assign(same, { text, ...meant })
    }
  }
  return [...found]
    .sort(([left], [right]) => compareText(left, right))
    .map(([form, { ids, ...same }]) => ({ form, ...same, ids: ids.sort(compareText) }))
}

/** Texts with their vectors, row after row; `size` numbers each. */
export type Embedded = {
  readonly texts: readonly DistinctText[]
  readonly vectors: Float32Array
  readonly size: number
}

/** At most `most` of the texts that have a vector; a sample is drawn by fingerprint, so it is the same every time. Without any, `size` says their length. */
export function embedSample(
  texts: readonly DistinctText[],
  embed: (text: DistinctText) => Float32Array | null | undefined,
  { most, size: otherwise }: { readonly most: number; readonly size: number },
): Embedded {
  const sample: DistinctText[] = []
  const rows: Float32Array[] = []
  for (const text of drawSample(texts, most)) {
    const vector = embed(text)
    if (!vector) continue
    sample.push(text)
    rows.push(vector)
  }
  const size = rows[0]?.length ?? otherwise
  const vectors = new Float32Array(rows.length * size)
  rows.forEach((row, index) => {
    vectors.set(row, index * size)
  })
  return { texts: sample, vectors, size }
}

function drawSample(texts: readonly DistinctText[], most: number): readonly DistinctText[] {
  if (texts.length <= most) return texts
  const keyed = texts.map((text) => ({ text, key: hashText(text.form) }))
  keyed.sort(
    (left, right) => compareText(left.key, right.key) || compareText(left.text.form, right.text.form),
  )
  const drawn = keyed.slice(0, most).map(({ text }) => text)
  return drawn.sort((left, right) => compareText(left.form, right.form))
}
