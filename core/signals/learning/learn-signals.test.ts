import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../stats/random.ts'
import { parseWordTable } from '../../text/word-table.ts'
import { aCorrection } from '../corrections/test-kit.ts'
import { readSignals } from '../read-signals.ts'
import { compareReadings } from './compare-readings.ts'
import { type LabelledText, toLabel } from './labels.ts'
import { learnSignals } from './learn-signals.ts'
import { prepareSignalReader } from './read-learned.ts'

const table = parseWordTable(readFileSync(new URL('../../../models/words.bin', import.meta.url)))

const subjects = ['meter', 'router', 'invoice', 'parcel', 'contract', 'account', 'cable', 'box']
const ours = ['gives me the purple shrug', 'is on the merry-go-round again', 'did the Tuesday thing']
const others = ['is in the hall', 'was moved to the cellar', 'has a green light', 'came on Monday']

/** A company whose customers say in words of their own that they are frustrated: no cue knows them. */
function label(index: number, isShown: boolean): LabelledText {
  const said = isShown ? ours : others
  const text = `The ${subjects[index % subjects.length]} ${said[index % said.length]}, number ${index}`
  const cues = readSignals(text, 'customer')
  return { text, cues, isWhole: true, shown: new Set(isShown ? ['frustration'] : []), denied: new Set() }
}

const labels = Array.from({ length: 300 }, (_, index) => label(index, index % 4 === 0))

describe('what people teach', () => {
  it('takes over where it is better on messages held back, and reads words that no cue knows', () => {
    const learned = learnSignals(labels, ['frustration', 'joy'], table)
    expect(learned.map(({ kind }) => kind)).toEqual(['frustration'])
    expect(learned[0]?.comparison).toMatchObject({ cues: 0, labels: 300, trues: 75 })
    expect(learned[0]?.comparison.low).toBeGreaterThan(0.5)
    const read = prepareSignalReader(learned, table)
    const text = 'I have a question. The heater gives me the purple shrug.'
    expect(readSignals(text, 'customer')).toEqual([])
    expect(read(text, 'customer')).toMatchObject([
      { kind: 'frustration', start: 19, end: text.length, method: 'learned-1' },
    ])
    expect(read('The heater is in the hall.', 'customer')).toEqual([])
  })

  it('gives the same bytes whatever the order of labels', () => {
    const learned = learnSignals(labels, ['frustration'], table)
    expect(JSON.stringify(learnSignals(labels.toReversed(), ['frustration'], table))).toBe(
      JSON.stringify(learned),
    )
  })

  it('is not tried below a hundred messages judged as a whole', () => {
    expect(learnSignals(labels.slice(0, 99), ['frustration'], table)).toEqual([])
    const single = labels.map((one) => ({
      ...one,
      isWhole: false,
      denied: new Set(['frustration'] as const),
    }))
    expect(learnSignals(single, ['frustration'], table)).toEqual([])
  })

  it('never takes over by chance', () => {
    const random = randomFrom(7, 1)
    const noise = labels.map((one) => ({
      ...one,
      shown: new Set(random() < 0.25 ? (['frustration'] as const) : []),
    }))
    expect(learnSignals(noise, ['frustration'], table)[0]?.model ?? null).toBeNull()
  })

  it('leaves the cues as they are where nothing was learned', () => {
    expect(prepareSignalReader([], table)).toBe(readSignals)
  })
})

describe('the comparison of two methods on the same texts', () => {
  const text = (isTrue: boolean, cues: boolean, learned: boolean) => ({ isTrue, cues, learned })

  it('is the difference of their F1, with an interval', () => {
    // Cues: 1 of 2 found, 1 false: F1 = 2/(2+2) = 0.5. Learned: 2 of 2, none false: 1.
    const texts = [
      text(true, true, true),
      text(true, false, true),
      text(false, true, false),
      text(false, false, false),
    ]
    const { cues, learned, low, high } = compareReadings(texts)
    expect([cues, learned, (low + high) / 2]).toEqual([0.5, 1, 0.5])
    expect(high - low).toBeGreaterThan(0)
  })

  it('has no width where both say the same', () => {
    const texts = [text(true, true, true), text(false, true, true)]
    expect(compareReadings(texts)).toMatchObject({ low: 0, high: 0 })
  })
})

describe('labels', () => {
  const text = 'I am furious, and thanks for nothing'
  const cues = readSignals(text, 'customer')

  it('of a message judged as a whole are all that stands, and nothing else', () => {
    const whole = aCorrection({ kind: null, span: null })
    const label = toLabel(text, cues, [aCorrection({ kind: 'anger', verdict: 'wrong' }), whole])
    expect(label.isWhole).toBe(true)
    expect(label.shown).not.toContain('anger')
    expect(label.denied).toEqual(new Set(['anger']))
  })

  it('of a single judgement say nothing of other kinds', () => {
    const label = toLabel(text, cues, [aCorrection({ kind: 'anger', verdict: 'right' })])
    expect([...label.shown]).toEqual(['anger'])
    expect(label.isWhole).toBe(false)
  })
})
