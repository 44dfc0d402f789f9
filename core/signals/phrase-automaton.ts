import { makeTransitions, noState, type Transitions, unknownState } from './transitions.ts'

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

/** States found so far, by number; the first is the start. */
type States = {
  readonly numbers: Map<string, number>
  readonly nodes: (readonly number[])[]
  readonly patterns: (readonly number[])[]
  readonly transitions: Transitions
}

function prepareAutomaton(nodes: readonly Node[], symbols: ReadonlyMap<string, number>): PhraseAutomaton {
  let states = startStates(nodes, symbols.size + 1)
  /** The state after each symbol that a pattern may begin with: every match asks for it first. */
  const firsts = Int32Array.from({ length: symbols.size + 1 }, (_, symbol) => step(nodes, states, 0, symbol))
  return {
    symbols,
    canStart: (symbol) => firsts[symbol] !== noState,
    match(sequence, from, end, found) {
      if (states.nodes.length > mostStates) {
        states = startStates(nodes, symbols.size + 1)
        firsts.forEach((_, symbol) => {
          firsts[symbol] = step(nodes, states, 0, symbol)
        })
      }
      const { transitions, patterns } = states
      let state = firsts[sequence[from] ?? 0] ?? noState
      for (let at = from + 1; state !== noState; at++) {
        const ending = patterns[state] ?? none
        if (ending !== none)
          for (let index = 0; index < ending.length; index++) found(ending[index] ?? 0, at - from)
        if (at >= end) return
        const symbol = sequence[at] ?? 0
        const known = transitions.get(state, symbol)
        state = known === unknownState ? step(nodes, states, state, symbol) : known
      }
    },
  }
}

/** What most states end: one and the same list, told apart without being looked into. */
const none: readonly number[] = []

function startStates(nodes: readonly Node[], symbols: number): States {
  const states: States = {
    numbers: new Map(),
    nodes: [],
    patterns: [],
    transitions: makeTransitions(symbols),
  }
  stateOf(nodes, states, [0])
  return states
}

function stateOf(nodes: readonly Node[], states: States, from: readonly number[]): number {
  const closed = closureOf(nodes, from)
  const key = closed.join()
  const known = states.numbers.get(key)
  if (known !== undefined) return known
  const number = states.nodes.length
  states.numbers.set(key, number)
  states.nodes.push(closed)
  const patterns = new Set(closed.flatMap((node) => nodes[node]?.patterns ?? []))
  states.patterns.push(patterns.size === 0 ? none : [...patterns].sort((left, right) => left - right))
  return number
}

function step(nodes: readonly Node[], states: States, state: number, symbol: number): number {
  const to: number[] = []
  for (const node of states.nodes[state] ?? []) {
    const next = nodes[node]?.next
    for (const reached of next?.get(symbol) ?? []) to.push(reached)
    for (const reached of next?.get(anySymbol) ?? []) to.push(reached)
  }
  const reached = to.length === 0 ? noState : stateOf(nodes, states, to)
  states.transitions.set(state, symbol, reached)
  return reached
}

function closureOf(nodes: readonly Node[], from: readonly number[]): readonly number[] {
  const reached = new Set(from)
  for (const node of reached) for (const empty of nodes[node]?.empty ?? []) reached.add(empty)
  return [...reached].filter((node) => isTelling(nodes[node])).sort((left, right) => left - right)
}

/** Nodes that only lead on without a word have done their part once they are followed. */
function isTelling(node: Node | undefined): boolean {
  return node !== undefined && (node.next.size > 0 || node.patterns.length > 0)
}
