import { describe, expect, it } from 'vitest'
import { emotions } from '../signals/emotion.ts'
import { readSignals } from '../signals/read-signals.ts'
import { chooseQuestions, type Heard } from './open-questions.ts'

const silent: Heard = {
  contacts: 1,
  teams: 1,
  firstAt: null,
  lastAt: null,
  brokenPromises: 0,
  came: null,
  expected: null,
  wished: null,
  need: null,
  emotion: null,
  nextNeed: null,
}

const all: Heard = { ...silent, expected: 'to hear', wished: 'to be called', need: 'the move' }

describe('chooseQuestions', () => {
  it('asks for what the record does not tell, three at most, trouble and feeling first', () => {
    const words = (heard: Heard) => chooseQuestions(heard).map((question) => question.words)
    expect(words(silent)).toEqual([
      'What are you hoping to get done?',
      'What would make this right for you?',
      'What did you expect to happen?',
    ])
    expect(words({ ...silent, contacts: 4, emotion: 'worry' })).toEqual([
      'What have you tried so far, and where did it get stuck?',
      'What worries you most about it?',
      'What are you hoping to get done?',
    ])
    expect(chooseQuestions({ ...all, brokenPromises: 1, contacts: 5, nextNeed: 'Invoice' })).toEqual([
      {
        words: 'What were you told would happen, and what happened instead?',
        because: 'A promise was not kept.',
      },
      {
        words: 'What comes next for you when this is settled?',
        because: 'Others came back about “Invoice”.',
      },
    ])
    expect(chooseQuestions({ ...all, emotion: 'joy' })).toEqual([])
  })

  it('asks openly, as our own reading of what companies say hears it', () => {
    const heard = [
      silent,
      { ...all, brokenPromises: 1, nextNeed: 'Invoice' },
      { ...all, contacts: 3 },
      ...emotions.map((emotion): Heard => ({ ...all, emotion })),
    ]
    for (const { words } of heard.flatMap(chooseQuestions)) {
      const kinds = readSignals(words, 'company').map(({ kind }) => kind)
      expect({ words, kinds }).toEqual({ words, kinds: ['openQuestion'] })
    }
  })
})
