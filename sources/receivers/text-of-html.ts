import { decodeHTML } from 'entities'
import { readingPart } from '../../core/text/clean.ts'

/** Where mail programs begin to quote, in HTML; what follows was written before. */
const quotePattern =
  /<(?:blockquote\b|div[^>]{0,300}\b(?:class="(?:gmail_quote|yahoo_quoted|moz-cite-prefix)|id="(?:divRplyFwdMsg|appendonsend)))/i

/** What a person would read of a text with markup: tags away, entities decoded, quoted replies and signatures left out. */
export function textOfHtml(html: string): string | null {
  const quoted = quotePattern.exec(html)
  const own = quoted === null ? html : html.slice(0, quoted.index)
  return textOf(own) ?? textOf(html)
}

/** The sender's own part of a plain text; null when there is none. */
export function textOfPlain(text: string): string | null {
  return fold(readingPart(text.replace(/\r\n?/g, '\n')))
}

function textOf(html: string): string | null {
  const flat = html.replace(/\s+/g, ' ')
  return fold(decodeHTML(readingPart(flat)))
}

function fold(text: string): string | null {
  const lines = text.split('\n').map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
  return (
    lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim() || null
  )
}
