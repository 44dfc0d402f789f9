/** Names of columns that are made of others say which: `subject + body | answer[].text`. */
export const or = ' | '
export const and = ' + '

/** A name at each of the marks in it: what stands before and after it. */
export function halves(name: string, mark: string): (readonly [string, string])[] {
  const parts = name.split(mark)
  return parts
    .slice(1)
    .map((_, at) => [parts.slice(0, at + 1).join(mark), parts.slice(at + 1).join(mark)] as const)
}
