import { internNames } from './intern-names.ts'

/** Which conversation a row is part of, where rows name no case but the row that they answer. */
export type Conversations = { caseOf(id: string, inReplyTo: string | null): string }

/** Where other rows are not known, such as of a row sent alone. */
export const parentsAlone: Conversations = { caseOf: (id, inReplyTo) => inReplyTo ?? id }

export type Place = {
  readonly id: string
  readonly inReplyTo: string | null
  readonly isCustomers: boolean
  /** The customer who wrote the row, where it says so. */
  readonly writer: string | null
}

const none = -1
const unsettled = -2

/**
 * Joins rows that answer one another, in any order. A conversation is with one customer: it begins with their first row in
 * a chain of answers, and is named by it. So those who answer what a company says to everybody share no case, nor
 * do those who join in. What only the company wrote is named by its first row. Takes about 50 bytes a row, and as much
 * again as the ids are long.
 */
export function joinConversations(): { add(place: Place): void; join(): Conversations } {
  const names = internNames()
  const writers = internNames()
  const parents: number[] = []
  /** Of each row who wrote it; `none` is the company, or a row that is not in the file. */
  const writtenBy: number[] = []
  const unknown = writers.slotOf('')

  function slotOf(id: string): number {
    const slot = names.slotOf(id)
    if (slot === parents.length) {
      parents.push(none)
      writtenBy.push(none)
    }
    return slot
  }

  return {
    add({ id, inReplyTo, isCustomers, writer }) {
      const slot = slotOf(id)
      if (isCustomers) writtenBy[slot] = writer === null ? unknown : writers.slotOf(writer)
      if (inReplyTo !== null && inReplyTo !== id) parents[slot] = slotOf(inReplyTo)
    },
    join() {
      const starts = settle(parents, writtenBy, unknown)
      return {
        caseOf(id) {
          const start = starts[names.slotOf(id)]
          return start === undefined ? id : names.nameOf(start)
        },
      }
    },
  }
}

/** With which row the conversation of each begins, settled from the tops of chains down, so that the order of rows says little. */
function settle(parents: readonly number[], writtenBy: readonly number[], unknown: number): Int32Array {
  const { depths, order } = sortByDepth(parents)
  const starts = new Int32Array(parents.length)
  /** Those who joined in, by the start of the conversation that they joined. */
  const joined = new Map<string, number>()
  const joinedTo = new Map<number, number>()

  function startOf(row: number, above: number): number {
    const writer = writtenBy[row] ?? none
    const other = writtenBy[above] ?? none
    if (above === none) return row
    if (writer === none || writer === other) return above
    if (other === none) return row
    if (writer === unknown || other === unknown) return above
    const first = joinedTo.get(above) ?? above
    if (writtenBy[first] === writer) return first
    const known = joined.get(`${first} ${writer}`)
    if (known !== undefined) return known
    joined.set(`${first} ${writer}`, row)
    joinedTo.set(row, first)
    return row
  }

  for (const row of order) {
    const above = depths[row] === 0 ? none : (starts[parents[row] ?? none] ?? none)
    starts[row] = startOf(row, above)
  }
  return starts
}

/** How far each row stands below the top of its chain. Where rows answer each other in a ring, the first of the file is the top. */
function sortByDepth(parents: readonly number[]) {
  const depths = new Int32Array(parents.length).fill(unsettled)
  for (let row = 0; row < parents.length; row += 1) {
    const path: number[] = []
    let at = row
    while (at !== none && depths[at] === unsettled) {
      depths[at] = none
      path.push(at)
      at = parents[at] ?? none
    }
    let depth = at === none || depths[at] === none ? none : (depths[at] ?? none)
    for (const below of path.reverse()) {
      depth += 1
      depths[below] = depth
    }
  }
  const order = Int32Array.from(parents.keys())
  return {
    depths,
    order: order.sort((left, right) => (depths[left] ?? 0) - (depths[right] ?? 0) || left - right),
  }
}
