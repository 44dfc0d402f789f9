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

/** Without a prototype, so that a team named "constructor" is a name like any other. */
export function bareTree<T extends NumberTree>(): T {
  return Object.create(null)
}
