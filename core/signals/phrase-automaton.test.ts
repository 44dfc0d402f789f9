import { expect, test } from 'vitest'
import { easedCues } from './cues/eased-cues.ts'
import { effortCues } from './cues/effort-cues.ts'
import { emotionCues } from './cues/emotion-cues.ts'
import { insideOutCues } from './cues/inside-out-cues.ts'
import { listeningCues } from './cues/listening-cues.ts'
import { serviceCues } from './cues/service-cues.ts'
import { stakesCues } from './cues/stakes-cues.ts'
import { voiceCues } from './cues/voice-cues.ts'
import { compilePhrases } from './phrase-automaton.ts'

function find(patterns: readonly string[], text: string): readonly string[] {
  const automaton = compilePhrases(patterns)
  const words = text.split(' ')
  const symbols = Int32Array.from(words, (word) => automaton.symbols.get(word) ?? 0)
  const found: string[] = []
  words.forEach((_, start) => {
    automaton.match(symbols, start, words.length, (pattern, length) => {
      found.push(`${pattern}: ${words.slice(start, start + length).join(' ')}`)
    })
  })
  return found
}

test('alternatives, options and any-words are found wherever they begin', () => {
  expect(find(['i am [so|very] (sad|left out)'], 'today i am very left out')).toEqual([
    '0: i am very left out',
  ])
  expect(find(['you will _ it'], 'you will get it')).toEqual(['0: you will get it'])
  expect(find(['a [b] c'], 'a c a b c')).toEqual(['0: a c', '0: a b c'])
})

test('overlapping patterns are all found', () => {
  expect(find(['a b', 'b c', 'a b c'], 'a b c')).toEqual(['0: a b', '2: a b c', '1: b c'])
})

test('a pattern with unbalanced brackets is refused', () => {
  expect(() => compilePhrases(['a (b'])).toThrow('unbalanced')
  expect(() => compilePhrases(['a b)'])).toThrow('unbalanced')
})

test('the cues themselves are read in steps bounded by the longest pattern, whatever the words', () => {
  const cues = [
    ...emotionCues,
    ...easedCues,
    ...effortCues,
    ...stakesCues,
    ...voiceCues,
    ...listeningCues,
    ...serviceCues,
    ...insideOutCues,
  ]
  const automaton = compilePhrases(
    cues
      .flatMap(({ phrases }) => phrases.split('\n').map((line) => line.trim()))
      .filter((line) => line !== ''),
  )
  const wordsUsed = automaton.symbols.size
  let reads = 0
  // Every word of every cue, over and over in an order that no sentence has.
  const adverse = Int32Array.from({ length: 20_000 }, (_, index) => 1 + ((index * 7919) % wordsUsed))
  const counted = new Proxy(adverse, {
    get(target, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) reads++
      return Reflect.get(target, key)
    },
  })
  for (let start = 0; start < adverse.length; start++) {
    automaton.match(counted, start, Math.min(adverse.length, start + 24), () => {})
  }
  expect(reads).toBeLessThanOrEqual(adverse.length * 24)
})

test('reading stops at the longest pattern, however long the text', () => {
  const automaton = compilePhrases(['a [_] [_] [_] [_] b'])
  let reads = 0
  const counted = new Proxy(new Int32Array(10_000).fill(automaton.symbols.get('a') ?? 0), {
    get(target, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) reads++
      return Reflect.get(target, key)
    },
  })
  for (let start = 0; start < 10_000; start++) automaton.match(counted, start, 10_000, () => {})
  expect(reads).toBeLessThanOrEqual(10_000 * 7)
})
