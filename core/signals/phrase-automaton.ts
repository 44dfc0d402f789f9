/** Finds all patterns that begin at a given symbol, in time bounded by the longest pattern. */
export type PhraseAutomaton = {
  /** The number that stands for a word; 0 for a word that no pattern holds. */
  readonly symbols: ReadonlyMap<string, number>
  /** Whether any pattern can begin with this symbol. */
  canStart(symbol: number): boolean
  /** Calls `found` for each pattern that matches from `start`; reads on up to `end`, exclusive. */
  match(
    sequence: Int32Array,
    start: number,
    end: number,
    found: (pattern: number, length: number) => void,
  ): void
}

type Node = { readonly next: Map<number, number[]>; readonly empty: number[]; patterns: number[] }

const anyWord = '_'
const anySymbol = -1
const mostStates = 200_000

/**
 * Compiles phrase patterns (see cue.ts) into one automaton: nodes for positions in patterns, states for sets of nodes,
 * made when first needed and then remembered. What it finds does not depend on what it remembers.
 * Refuses (throws) unbalanced brackets. Source: Thompson (1968); lazy subset construction as in RE2.
 */
export function compilePhrases(patterns: readonly string[]): PhraseAutomaton {
  const builder = { nodes: [newNode()], symbols: new Map<string, number>() }
  patterns.forEach((pattern, index) => {
    const { node, at } = readSequence(builder, pattern, 0, 0)
    if (at !== pattern.length) throw new Error(`Our fault: unbalanced brackets in the cue "${pattern}"`)
    builder.nodes[node]?.patterns.push(index)
  })
  return prepareAutomaton(builder.nodes, builder.symbols)
}

type Builder = { readonly nodes: Node[]; readonly symbols: Map<string, number> }

function newNode(): Node {
  return { next: new Map(), empty: [], patterns: [] }
}

function addNode({ nodes }: Builder): number {
  nodes.push(newNode())
  return nodes.length - 1
}

/** Reads until a `|` or a closing bracket that belongs to the caller. */
function readSequence(builder: Builder, pattern: string, from: number, start: number) {
  let node = start
  let at = from
  while (at < pattern.length) {
    const character = pattern.charAt(at)
    if (character === '|' || character === ')' || character === ']') break
    if (character === ' ') at++
    else if (character === '(' || character === '[') {
      const group = readGroup(builder, pattern, at + 1, node)
      if (character === '[') builder.nodes[node]?.empty.push(group.node)
      node = group.node
      at = group.at
    } else {
      const word = /^[^\s()[\]|]+/.exec(pattern.slice(at))?.[0] ?? character
      node = addWord(builder, node, word)
      at += word.length
    }
  }
  return { node, at }
}

function readGroup(
  builder: Builder,
  pattern: string,
  from: number,
  start: number,
): { node: number; at: number } {
  const end = addNode(builder)
  let at = from
  while (true) {
    const branch = addNode(builder)
    builder.nodes[start]?.empty.push(branch)
    const part = readSequence(builder, pattern, at, branch)
    builder.nodes[part.node]?.empty.push(end)
    const next = pattern.charAt(part.at)
    if (next === ')' || next === ']') return { node: end, at: part.at + 1 }
    if (next !== '|') throw new Error(`Our fault: unbalanced brackets in the cue "${pattern}"`)
    at = part.at + 1
  }
}

function addWord(builder: Builder, from: number, word: string): number {
  const to = addNode(builder)
  const symbol = word === anyWord ? anySymbol : symbolOf(builder, word)
  const next = builder.nodes[from]?.next
  next?.set(symbol, [...(next.get(symbol) ?? []), to])
  return to
}

function symbolOf({ symbols }: Builder, word: string): number {
  const known = symbols.get(word)
  if (known !== undefined) return known
  symbols.set(word, symbols.size + 1)
  return symbols.size
}

type State = {
  readonly nodes: readonly number[]
  readonly patterns: readonly number[]
  readonly next: Map<number, State | null>
}

function prepareAutomaton(nodes: readonly Node[], symbols: ReadonlyMap<string, number>): PhraseAutomaton {
  let states = new Map<string, State>()
  let start = stateOf([0])
  function stateOf(from: readonly number[]): State {
    const closed = closureOf(nodes, from)
    const key = closed.join()
    const known = states.get(key)
    if (known) return known
    const patterns = [...new Set(closed.flatMap((node) => nodes[node]?.patterns ?? []))].sort((a, b) => a - b)
    const state: State = { nodes: closed, patterns, next: new Map() }
    states.set(key, state)
    return state
  }
  function step(state: State, symbol: number): State | null {
    const to = state.nodes.flatMap((node) => {
      const next = nodes[node]?.next
      return [...(next?.get(symbol) ?? []), ...(next?.get(anySymbol) ?? [])]
    })
    const reached = to.length === 0 ? null : stateOf(to)
    state.next.set(symbol, reached)
    return reached
  }
  const opens = Uint8Array.from({ length: symbols.size + 1 }, (_, symbol) => (step(start, symbol) ? 1 : 0))
  return {
    symbols,
    canStart: (symbol) => opens[symbol] === 1,
    match(sequence, from, end, found) {
      if (states.size > mostStates) {
        states = new Map()
        start = stateOf([0])
      }
      let state: State | null = start
      for (let at = from; at < end; at++) {
        const symbol = sequence[at] ?? 0
        const known: State | null | undefined = state.next.get(symbol)
        state = known === undefined ? step(state, symbol) : known
        if (state === null) return
        for (const pattern of state.patterns) found(pattern, at + 1 - from)
      }
    },
  }
}

function closureOf(nodes: readonly Node[], from: readonly number[]): readonly number[] {
  const reached = new Set(from)
  for (const node of reached) for (const empty of nodes[node]?.empty ?? []) reached.add(empty)
  return [...reached].sort((left, right) => left - right)
}
