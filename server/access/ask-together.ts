/**
 * Has many who ask the same at once share the answer. Who asks while an answer is on its way waits for the next one, so that
 * nobody is told what was so before they asked.
 */
export function askTogether<T>(ask: (about: string) => Promise<T>): (about: string) => Promise<T> {
  const onTheirWay = new Map<string, { now: Promise<T>; next: Promise<T> | null }>()
  const begin = (about: string): Promise<T> => {
    const turn = { now: ask(about), next: null }
    onTheirWay.set(about, turn)
    const end = () => {
      if (onTheirWay.get(about) === turn && turn.next === null) onTheirWay.delete(about)
    }
    turn.now.then(end, end)
    return turn.now
  }
  return (about) => {
    const turn = onTheirWay.get(about)
    if (turn === undefined) return begin(about)
    const after = () => begin(about)
    turn.next ??= turn.now.then(after, after)
    return turn.next
  }
}
