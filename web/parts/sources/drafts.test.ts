import { describe, expect, it } from 'vitest'
import type { Guess } from '../../../core/interactions/mapping.ts'
import { groupByColumns, toKept, whyNotStart, withFile } from './drafts.ts'

const aGuess = (...columns: readonly string[]): Guess => ({
  file: 'a.csv',
  format: 'csv',
  encoding: 'utf-8',
  compressed: false,
  delimiter: ',',
  sheets: [],
  columns: columns.map((name) => ({ name, examples: [] })),
  mapping: {
    version: 1,
    source: 'desk',
    columns: { time: ['date'] },
    attributes: [],
    timeFormat: 'iso',
    timeZone: 'UTC',
    missing: [],
    customerValues: [],
    kind: 'message',
    kindValues: {},
    durationUnit: 'seconds',
  },
  reasons: [],
  questions: [],
  preview: [],
})

it('files of the same columns are read by one mapping', () => {
  const kept = (key: string, ...columns: readonly string[]) =>
    toKept(key, `${key}.csv`, { upload: key, guess: aGuess(...columns) })
  const sending = { kind: 'sending', key: 'd', name: 'd.csv', share: 0.5 } as const
  const drafts = groupByColumns([kept('a', 'x', 'y'), sending, kept('b', 'z'), kept('c', 'x', 'y')])
  expect(drafts.map(({ files }) => files.map(({ key }) => key))).toEqual([['a', 'c'], ['b']])
})

it('what becomes of a file replaces what was known of it', () => {
  const sending = { kind: 'sending', key: 'a', name: 'a.csv', share: 0 } as const
  const refused = { kind: 'refused', key: 'a', name: 'a.csv', error: null } as const
  expect(withFile([sending], refused)).toEqual([refused])
})

describe('reading starts', () => {
  const { mapping } = aGuess('date')
  const question = {
    field: 'timeFormat',
    question: 'Day or month first?',
    options: [],
    assumed: null,
  } as const

  it('only once what cannot be assumed is answered', () => {
    expect(whyNotStart([question], new Set(), mapping)).toBe('Please answer first: Day or month first?')
    expect(whyNotStart([question], new Set(['timeFormat']), mapping)).toBeNull()
  })

  it('without waiting for what may be assumed', () => {
    expect(whyNotStart([{ ...question, assumed: 'iso' }], new Set(), mapping)).toBeNull()
  })

  it('never with nothing to read', () => {
    expect(whyNotStart([], new Set(), { ...mapping, columns: {} })).toBe(
      'No column is read. Choose at least one.',
    )
  })
})
