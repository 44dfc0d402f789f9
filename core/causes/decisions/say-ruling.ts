import type { RulingContent } from './ruling.ts'

/** What was decided, as a sentence; causes by their names as far as they have one. */
export function sayRuling(content: RulingContent, names: ReadonlyMap<string, string>): string {
  const nameOf = (cause: string) => `“${names.get(cause) ?? 'a cause that is not there now'}”`
  switch (content.kind) {
    case 'renamed':
      return `A cause is called “${content.name}”.`
    case 'pinned':
      return `${nameOf(content.cause)} stays a cause.`
    case 'merged':
      return `${nameOf(content.cause)} is part of ${nameOf(content.into)}.`
    case 'split':
      return `“${content.name}” is a cause of its own, apart from ${nameOf(content.cause)}.`
    case 'placed':
      return content.cause === null
        ? 'A message is about no cause that was found.'
        : `A message is about ${nameOf(content.cause)}.`
    case 'same':
      return 'Two contacts are about one issue.'
    case 'notSame':
      return 'Two contacts are not about one issue.'
    default:
      return content satisfies never
  }
}
