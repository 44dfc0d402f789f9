import type { Random } from '../../core/stats/random.ts'

/** What the words in braces stand for in one issue, so that a customer tells the same story each time. */
export type Facts = Readonly<Record<string, string>>

type Part = string | { readonly slot: string } | { readonly choices: readonly Sentence[] }

/** A sentence with its alternatives worked out, ready to be said. */
export type Sentence = readonly Part[]

/**
 * Reads `The [new|brand new] router came {when}.`: brackets hold alternatives (which may nest and may be empty),
 * braces hold facts.
 */
export function parseSentence(text: string): Sentence {
  return parseUntil(text, { at: 0 }, '')
}

export function parseAll(texts: readonly string[]): readonly Sentence[] {
  return texts.map(parseSentence)
}

export function say(sentence: Sentence, facts: Facts, random: Random): string {
  let said = ''
  for (const part of sentence) {
    if (typeof part === 'string') said += part
    else if ('slot' in part) said += facts[part.slot] ?? missing(part.slot)
    else said += say(part.choices[Math.floor(random() * part.choices.length)] ?? [], facts, random)
  }
  return said
}

function missing(slot: string): never {
  throw new Error(`Our fault: the story has no fact named ${slot}`)
}

function parseUntil(text: string, cursor: { at: number }, stops: string): Sentence {
  const parts: Part[] = []
  let plain = ''
  while (cursor.at < text.length) {
    const character = text.charAt(cursor.at)
    if (stops.includes(character)) break
    cursor.at += 1
    if (character !== '[' && character !== '{') {
      plain += character
      continue
    }
    if (plain !== '') parts.push(plain)
    plain = ''
    parts.push(character === '{' ? parseSlot(text, cursor) : parseChoices(text, cursor))
  }
  if (plain !== '') parts.push(plain)
  return parts
}

function parseSlot(text: string, cursor: { at: number }): Part {
  const close = text.indexOf('}', cursor.at)
  const slot = text.slice(cursor.at, close)
  cursor.at = close + 1
  return { slot }
}

function parseChoices(text: string, cursor: { at: number }): Part {
  const choices: Sentence[] = []
  for (;;) {
    choices.push(parseUntil(text, cursor, '|]'))
    const closed = text.charAt(cursor.at) === ']'
    if (cursor.at >= text.length) throw new Error(`Our fault: an open bracket in "${text}"`)
    cursor.at += 1
    if (closed) return { choices }
  }
}
