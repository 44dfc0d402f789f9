/** Where an automaton goes from a state with a symbol, as far as that is known. */
export type Transitions = {
  /** The state that follows, noState where none does, unknownState where it was not yet set. */
  get(state: number, symbol: number): number
  set(state: number, symbol: number, next: number): void
}

export const noState = -1
export const unknownState = -2

/** A hash table in two arrays that grow, for states whose product with `symbols` stays below 2^31. */
export function makeTransitions(symbols: number): Transitions {
  let keys = new Int32Array(1024)
  let values = new Int32Array(1024)
  let count = 0
  // Key 0 stands for a free place.
  const keyOf = (state: number, symbol: number) => state * symbols + symbol + 1
  const placeOf = (key: number): number => {
    const mask = keys.length - 1
    let place = Math.imul(key, 0x9e3779b1) >>> 7
    while (keys[place & mask] !== 0 && keys[place & mask] !== key) place++
    return place & mask
  }
  const put = (key: number, value: number) => {
    const place = placeOf(key)
    if (keys[place] === 0) count++
    keys[place] = key
    values[place] = value
  }
  const grow = () => {
    const [oldKeys, oldValues] = [keys, values]
    keys = new Int32Array(oldKeys.length * 2)
    values = new Int32Array(oldKeys.length * 2)
    count = 0
    oldKeys.forEach((key, place) => {
      if (key !== 0) put(key, oldValues[place] ?? noState)
    })
  }
  return {
    get(state, symbol) {
      const place = placeOf(keyOf(state, symbol))
      return keys[place] === 0 ? unknownState : (values[place] ?? unknownState)
    },
    set(state, symbol, next) {
      if (count * 2 >= keys.length) grow()
      put(keyOf(state, symbol), next)
    },
  }
}
