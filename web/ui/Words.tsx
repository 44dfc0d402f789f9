type Props = { readonly text: string }

/** What someone wrote, whole, in their own paragraphs; blank lines become the space between them. */
export function Words({ text }: Props) {
  return toParagraphs(text).map(({ start, words }) => <p key={start}>{words}</p>)
}

function toParagraphs(text: string): readonly { readonly start: number; readonly words: string }[] {
  return [...text.matchAll(/(?:(?!\n\s*\n)[\s\S])+/g)]
    .map((found) => ({ start: found.index, words: found[0].trim() }))
    .filter(({ words }) => words !== '')
}
