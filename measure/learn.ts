import { readFileSync } from 'node:fs'
import { emotions } from '../core/signals/emotion.ts'
import { compareReadings } from '../core/signals/learning/compare-readings.ts'
import type { LabelledText } from '../core/signals/learning/labels.ts'
import { learnSignals } from '../core/signals/learning/learn-signals.ts'
import { prepareSignalReader } from '../core/signals/learning/read-learned.ts'
import { readSignals } from '../core/signals/read-signals.ts'
import { parseWordTable } from '../core/text/word-table.ts'
import { type Comment, readGoEmotions } from './ear/data.ts'
import { isTrue } from './ear/emotions.ts'
import { printTable, round } from './ear/table.ts'

const sizes = [100, 300, 1000]

/**
 * How much a workspace's labels help: emotions on GoEmotions' test part, read by cues, and by what was learned from the
 * first so many comments of its training part, each labelled as a whole.
 */
export function measureLearning(folder: string): void {
  const table = parseWordTable(readFileSync(new URL('../models/words.bin', import.meta.url)))
  const train = readGoEmotions(folder, 'train')
  const test = readGoEmotions(folder, 'test')
  const cues = test.map(({ text }) => kindsIn(readSignals(text, 'customer')))
  const curves = sizes.map((count) => {
    const learned = learnSignals(train.slice(0, count).map(toLabel), emotions, table)
    const read = prepareSignalReader(learned, table)
    const found = test.map(({ text }) => kindsIn(read(text, 'customer')))
    const taken = new Set(learned.flatMap(({ kind, model }) => (model === null ? [] : [kind])))
    return { taken, found }
  })
  const rows = emotions.map((emotion) => {
    const scores = curves.map(({ taken, found }) => ({
      isTaken: taken.has(emotion),
      ...compareReadings(
        test.map((comment, index) => ({
          isTrue: isTrue(comment, emotion),
          cues: cues[index]?.has(emotion) ?? false,
          learned: found[index]?.has(emotion) ?? false,
        })),
      ),
    }))
    return { emotion, scores }
  })
  const meanOf = (of: (scores: (typeof rows)[number]['scores']) => number) =>
    round(rows.reduce((sum, { scores }) => sum + of(scores), 0) / rows.length)
  printTable(
    'Emotions on goemotions test (mapped; F1); * where the learned model took over',
    ['emotion', 'cues', ...sizes.map((count) => `${count} labels`)],
    [
      ...rows.map(({ emotion, scores }) => [
        emotion,
        round(scores[0]?.cues ?? 0),
        ...scores.map(({ isTaken, learned }) => `${round(learned)}${isTaken ? ' *' : ''}`),
      ]),
      [
        'macro',
        meanOf((scores) => scores[0]?.cues ?? 0),
        ...sizes.map((_, column) => meanOf((scores) => scores[column]?.learned ?? 0)),
      ],
    ],
  )
}

function toLabel(comment: Comment): LabelledText {
  return {
    text: comment.text,
    cues: readSignals(comment.text, 'customer'),
    isWhole: true,
    shown: new Set(emotions.filter((emotion) => isTrue(comment, emotion))),
    denied: new Set(),
  }
}

function kindsIn(signals: readonly { readonly kind: string }[]): ReadonlySet<string> {
  return new Set(signals.map(({ kind }) => kind))
}
