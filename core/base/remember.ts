/** Remembers what was kept last, up to `most` of whatever its weights count. */
export type Memory<T> = {
  recall(key: string): T | undefined
  keep(key: string, value: T, weight: number): void
}

export function startMemory<T>(most: number): Memory<T> {
  const known = new Map<string, { readonly value: T; readonly weight: number }>()
  let held = 0
  return {
    recall: (key) => {
      const found = known.get(key)
      if (found === undefined) return undefined
      // What is asked for again goes to the end of the line.
      known.delete(key)
      known.set(key, found)
      return found.value
    },
    keep: (key, value, weight) => {
      held += weight - (known.get(key)?.weight ?? 0)
      known.delete(key)
      known.set(key, { value, weight })
      for (const [oldest, one] of known) {
        if (held <= most) break
        known.delete(oldest)
        held -= one.weight
      }
    },
  }
}

/**
 * The same function of a text, which remembers what it answered to the texts that came last: `most` characters of them.
 * Assumes: `compute` is pure, and nobody changes what it answered.
 */
export function remember<T>(compute: (text: string) => T, most: number): (text: string) => T {
  const memory = startMemory<{ readonly answer: T }>(most)
  return (text) => {
    const known = memory.recall(text)
    if (known !== undefined) return known.answer
    const answer = compute(text)
    memory.keep(text, { answer }, text.length)
    return answer
  }
}
