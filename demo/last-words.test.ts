import { expect, it } from 'vitest'
import { onlyCloses } from '../core/desk/waiting/only-closes.ts'
import { readSignals } from '../core/signals/read-signals.ts'
import { defaultStory, walkStory } from './walk.ts'

const thankful = ['gratitude', 'relief', 'joy']
/** What they say goodbye with is short; everything else that thanks also asks. */
const longestGoodbye = 160

it('of all that Larkmoor’s customers say, what only thanks is told from what waits for an answer', () => {
  let thanked = 0
  let found = 0
  const wrong: string[] = []
  for (const { draft } of walkStory({ ...defaultStory, interactions: 6000 })) {
    if (draft.author !== 'customer' || draft.kind === 'survey') continue
    const [signal = ''] = draft.signals
    const onlyThanks =
      draft.signals.length === 1 && thankful.includes(signal) && draft.text.length < longestGoodbye
    const isRead = onlyCloses(draft.text, readSignals(draft.text, 'customer'))
    if (onlyThanks) thanked += 1
    if (onlyThanks && isRead) found += 1
    if (isRead && !onlyThanks) wrong.push(draft.text)
  }
  expect(wrong).toEqual([])
  expect(thanked).toBeGreaterThan(100)
  expect(found / thanked).toBeGreaterThan(0.8)
})
