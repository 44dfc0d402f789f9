/**
 * The same function of a text, which remembers what it answered to the texts that came last: `most` characters of them.
 * Assumes: `compute` is pure, and nobody changes what it answered.
 */
export function remember<T>(compute: (text: string) => T, most: number): (text: string) => T {
  const known = new Map<string, { readonly answer: T }>()
  let characters = 0
  return (text) => {
    const before = known.get(text)
    const now = before ?? { answer: compute(text) }
    // What is asked for again goes to the end of the line.
    if (before === undefined) characters += text.length
    else known.delete(text)
    known.set(text, now)
    for (const oldest of known.keys()) {
      if (characters <= most) break
      known.delete(oldest)
      characters -= oldest.length
    }
    return now.answer
  }
}
