/** Numbers under names, nested to any depth. */
export type NumberTree = { [name: string]: number | NumberTree }

/**
 * Adds two trees name by name; a name that only one of them has keeps its value.
 * Assumes: a name is a number in both or a tree in both. Cost: O(names).
 */
export function sumTrees<T extends NumberTree>(left: T, right: T): T
export function sumTrees(left: NumberTree, right: NumberTree): NumberTree {
  const sum: NumberTree = Object.assign(bareTree(), left)
  for (const [name, value] of Object.entries(right)) {
    const known = sum[name]
    if (known === undefined) sum[name] = value
    else if (typeof known === 'number') sum[name] = known + Number(value)
    else if (typeof value !== 'number') sum[name] = sumTrees(known, value)
  }
  return sum
}

/** The tree with each number's sign turned: adding it takes away. */
export function negateTree<T extends NumberTree>(tree: T): T
export function negateTree(tree: NumberTree): NumberTree {
  const negated: NumberTree = bareTree()
  for (const [name, value] of Object.entries(tree)) {
    negated[name] = typeof value === 'number' ? -value : negateTree(value)
  }
  return negated
}

/** Whether every number in it is 0. */
export function isEmpty(tree: NumberTree): boolean {
  return Object.values(tree).every((value) => (typeof value === 'number' ? value === 0 : isEmpty(value)))
}

/** Without a prototype, so that a team named "constructor" is a name like any other. */
export function bareTree<T extends NumberTree>(): T {
  return Object.create(null)
}

export function fromEntries<T extends number | NumberTree>(
  entries: Iterable<readonly [string, T]>,
): Record<string, T> {
  const tree: Record<string, T> = Object.create(null)
  for (const [name, value] of entries) tree[name] = value
  return tree
}

/** What is counted under a name, begun where there is nothing yet. */
export function placeIn<T>(places: Record<string, T>, name: string, start: () => T): T {
  const known = places[name]
  if (known !== undefined) return known
  const started = start()
  places[name] = started
  return started
}

export function increase(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1
}
