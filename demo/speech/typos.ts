import type { Random } from '../../core/stats/random.ts'
import type { Hand } from '../life/customer.ts'
import { chance } from '../random.ts'

/** Writes a text as this person types: slips of the finger, no capitals, no apostrophes. */
export function typeAs(hand: Pick<Hand, 'typos' | 'lowerCase'>, text: string, random: Random): string {
  const cased = hand.lowerCase ? text.toLowerCase().replaceAll('’', '') : text
  if (hand.typos < 0.01) return cased
  return cased.replace(/[A-Za-z]{4,}/g, (word) => (chance(random, hand.typos) ? slip(word, random) : word))
}

function slip(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * (word.length - 2))
  const kind = random()
  if (kind < 0.45) return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
  if (kind < 0.75) return word.slice(0, at) + word.slice(at + 1)
  return word.slice(0, at) + word.charAt(at) + word.slice(at)
}
