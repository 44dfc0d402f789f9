import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../core/stats/random.ts'
import { parseSentence, say } from './grammar.ts'

function allSaid(text: string): Set<string> {
  const random = randomFrom(1, 1)
  const sentence = parseSentence(text)
  return new Set(Array.from({ length: 200 }, () => say(sentence, { box: 'router' }, random)))
}

describe('the grammar', () => {
  it('says one of the alternatives, which may nest and may be empty', () => {
    expect(allSaid('The [new|[very |]old] {box}')).toEqual(
      new Set(['The new router', 'The very old router', 'The old router']),
    )
  })

  it('refuses a bracket that is not closed and a fact that nobody knows', () => {
    expect(() => parseSentence('The [new')).toThrow('open bracket')
    expect(() => allSaid('{unheardOf}')).toThrow('no fact named unheardOf')
  })
})
