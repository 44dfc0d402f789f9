/** A subject and a body as one text; a subject that the body begins with is not said twice. */
export function joinTexts(parts: readonly string[]): string {
  return parts.reduce(
    (text, part) => (part === '' ? text : text === '' || part.startsWith(text) ? part : `${text}\n\n${part}`),
    '',
  )
}
