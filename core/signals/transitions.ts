/** Where an automaton goes from a state with a symbol, as far as that is known. */
export type Transitions = {
  /** The state that follows, noState where none does, unknownState where it was not yet set. */
  get(state: number, symbol: number): number
  set(state: number, symbol: number, next: number): void
}

export const noState = -1
export const unknownState = -2

/** A hash table in one array that grows, keys beside their values; for states whose product with `symbols` stays below 2^31. */
export function makeTransitions(symbols: number): Transitions {
  let places = 1024
  let entries = new Int32Array(2 * places)
  let count = 0
  // Key 0 stands for a free place.
  const keyOf = (state: number, symbol: number) => state * symbols + symbol + 1
  const placeOf = (key: number): number => {
    const mask = places - 1
    let place = (Math.imul(key, 0x9e3779b1) >>> 7) & mask
    while (entries[2 * place] !== 0 && entries[2 * place] !== key) place = (place + 1) & mask
    return 2 * place
  }
  const put = (key: number, value: number) => {
    const place = placeOf(key)
    if (entries[place] === 0) count++
    entries[place] = key
    entries[place + 1] = value
  }
  const grow = () => {
    const old = entries
    places *= 2
    entries = new Int32Array(2 * places)
    count = 0
    for (let place = 0; place < old.length; place += 2) {
      if (old[place] !== 0) put(old[place] ?? 0, old[place + 1] ?? noState)
    }
  }
  return {
    get(state, symbol) {
      const place = placeOf(keyOf(state, symbol))
      return entries[place] === 0 ? unknownState : (entries[place + 1] ?? unknownState)
    },
    set(state, symbol, next) {
      if (count * 2 >= places) grow()
      put(keyOf(state, symbol), next)
    },
  }
}
