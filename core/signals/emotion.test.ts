import { expect, test } from 'vitest'
import { effortOf, emotionOf } from './emotion.ts'
import { readSignals } from './read-signals.ts'

const emotion = (text: string) => emotionOf(readSignals(text, 'customer'))

test('the strongest emotion is the customer’s emotion', () => {
  expect(emotion('Thanks, but I am furious with you')).toBe('anger')
  expect(emotion('I was a bit worried. I am extremely disappointed!')).toBe('frustration')
})

test('a polite thanks is no emotion, nor is a plain request', () => {
  expect(emotion('Thanks')).toBeNull()
  expect(emotion('Where is my card?')).toBeNull()
  expect(emotionOf([])).toBeNull()
})

test('each sign of effort adds to the effort, never above one', () => {
  const once = effortOf(readSignals('This is the third time I call.', 'customer'))
  const often = effortOf(
    readSignals('Third time I call. On hold for hours. Still waiting. Nobody replied.', 'customer'),
  )
  expect(effortOf([])).toBe(0)
  expect(once).toBeGreaterThan(0.3)
  expect(often).toBeGreaterThan(once)
  expect(often).toBeLessThanOrEqual(1)
})
