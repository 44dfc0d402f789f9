/** Stops on a bug of ours; expected refusals are return values instead. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Our fault: ${message}`)
}

/** Closes a switch over a union: a new kind that is not handled fails to type-check here. */
export function unreachable(value: never): never {
  throw new Error(`Our fault: unexpected ${JSON.stringify(value)}`)
}
