import { setImmediate as endOfTurn } from 'node:timers/promises'

/** One fetching; `next` is that of those who came when it had begun. */
type Fetching<T> = { hasBegun: boolean; answer: Promise<T>; next: Promise<T> | null }

/**
 * Has many who ask the same at once share the answer: all who ask in one turn of the event loop, and all who ask while an answer
 * is on its way. These wait for the next one, so that nobody is told what was so before they asked.
 */
export function askTogether<T>(ask: (about: string) => Promise<T>): (about: string) => Promise<T> {
  const onTheirWay = new Map<string, Fetching<T>>()
  const begin = (about: string): Promise<T> => {
    const fetch = async () => {
      await endOfTurn()
      fetching.hasBegun = true
      return ask(about)
    }
    const fetching: Fetching<T> = { hasBegun: false, answer: fetch(), next: null }
    onTheirWay.set(about, fetching)
    const end = () => {
      if (onTheirWay.get(about) === fetching && fetching.next === null) onTheirWay.delete(about)
    }
    fetching.answer.then(end, end)
    return fetching.answer
  }
  return (about) => {
    const fetching = onTheirWay.get(about)
    if (fetching === undefined) return begin(about)
    if (!fetching.hasBegun) return fetching.answer
    const after = () => begin(about)
    fetching.next ??= fetching.answer.then(after, after)
    return fetching.next
  }
}
