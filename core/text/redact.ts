import { maskText } from './mask.ts'

/**
 * Takes out of a text whatever points at a person, before it may leave the machine: what `maskText` hides, every name, address
 * and number that is known of the customer (their identities), all other runs of four digits or more, and names that stand in
 * the text unannounced as two capitalised words in a row. It rather takes too much than too little: the text is for judging
 * meaning, nobody reads it.
 * Assumes identities as `kind:value`. A first name alone that nobody knows and nothing announces cannot be told from a word and
 * stays. Cost: linear.
 */
export function redactText(text: string, identities: readonly string[]): string {
  let redacted = text
  for (const part of partsOf(identities))
    redacted = redacted.replace(
      new RegExp(`(?<![\\p{L}\\d])${asPattern(part)}(?![\\p{L}\\d])`, 'giu'),
      '[name]',
    )
  redacted = maskText(redacted).replace(ibanPattern, '[number]').replace(digitsPattern, '[number]')
  return redacted.replace(fullNamePattern, '[name]').replace(/\[name\](?:[\s,]+\[name\])+/g, '[name]')
}

/** Shorter pieces would be found in ordinary words. */
const shortestPart = 3

/** The whole value, and the words of a name or of what stands before an address's @. Longest first. */
function partsOf(identities: readonly string[]): readonly string[] {
  const parts = new Set<string>()
  for (const identity of identities) {
    const value = identity.slice(identity.indexOf(':') + 1).trim()
    parts.add(value)
    const [local = ''] = value.split('@')
    if (/^(?:email|name):/.test(identity)) for (const part of local.split(/[^\p{L}]+/u)) parts.add(part)
  }
  return [...parts]
    .filter(({ length }) => length >= shortestPart)
    .sort((left, right) => right.length - left.length || (left < right ? -1 : 1))
}

function asPattern(text: string): string {
  return text.replace(/[^\p{L}\d ]/gu, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`)
}

const ibanPattern = /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:[ -]?[A-Z\d]{2,4}){3,8}(?![\p{L}\d])/gu
/** Also with the separators that people put between digits; dates fall with them. */
const digitsPattern = /\+?\d(?:[ ()./-]{0,2}\d){3,30}/g
/** Two or three capitalised words that do not begin the sentence. */
const fullNamePattern =
  /(?<=[\p{Ll}\d,;:)\]]\s)\p{Lu}[\p{Ll}'’-]{1,30}(?: \p{Lu}[\p{Ll}'’-]{1,30}){1,2}(?![\p{L}\d])/gu
