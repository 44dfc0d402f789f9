import { emotionOf } from '../../core/signals/emotion.ts'
import { readSignals } from '../../core/signals/read-signals.ts'
import { tokenise } from '../../core/text/tokenise.ts'
import { type Comment, readGoEmotions } from './data.ts'
import { printTable, round } from './table.ts'

/** GoEmotions' labels under the emotions we read; the rest (curiosity, desire, …) count as none of them. */
const mapped: Readonly<Record<string, readonly string[]>> = {
  anger: ['anger'],
  frustration: ['annoyance', 'disappointment', 'disapproval', 'disgust'],
  worry: ['fear', 'nervousness'],
  sadness: ['sadness', 'grief', 'remorse'],
  confusion: ['confusion'],
  surprise: ['surprise'],
  relief: ['relief'],
  joy: ['joy', 'amusement', 'excitement', 'love', 'admiration', 'pride'],
  gratitude: ['gratitude'],
}

/** The plainest lexicon one could write: a dozen words an emotion, no grammar. */
const lexicon: Readonly<Record<string, readonly string[]>> = {
  anger: 'angry furious mad hate rage outraged livid pissed'.split(' '),
  frustration:
    'frustrated annoyed annoying disappointed disappointing upset terrible awful bad worst disgusting'.split(
      ' ',
    ),
  worry: 'worried afraid scared nervous anxious fear terrified concerned'.split(' '),
  sadness: 'sad sorry cry crying depressed heartbroken miss lonely'.split(' '),
  confusion: 'confused confusing unclear puzzled why'.split(' '),
  surprise: 'surprised wow shocked unexpected unbelievable omg'.split(' '),
  relief: 'relieved relief finally phew'.split(' '),
  joy: 'happy love great amazing awesome good glad fun lol best nice'.split(' '),
  gratitude: 'thanks thank grateful appreciate thankful'.split(' '),
}

/** Our emotions beside a plain lexicon's on GoEmotions' test part: one row an emotion, then the means. */
export function measureEmotions(folder: string): void {
  const comments = readGoEmotions(folder, 'test')
  const ours = comments.map(({ text }) => readOurs(text))
  const strongest = comments.map(({ text }) => new Set([emotionOf(readSignals(text, 'customer')) ?? '']))
  const plain = comments.map(({ text }) => readLexicon(text))
  const rows = Object.keys(mapped).map((emotion) => {
    const count = comments.filter((comment) => isTrue(comment, emotion)).length
    return [
      emotion,
      count,
      ...[ours, strongest, plain].map((found) => scoreOf(comments, found, emotion)),
    ] as const
  })
  printTable(
    'Emotions on goemotions test (mapped; F1)',
    ['emotion', 'comments', 'ours, any', 'ours, strongest', 'lexicon'],
    [
      ...rows.map(([emotion, count, ...scores]) => [emotion, count, ...scores.map((score) => round(score))]),
      [
        'macro',
        comments.length,
        ...[2, 3, 4].map((column) => round(meanOf(rows.map((row) => Number(row[column]))))),
      ],
    ],
  )
}

function readOurs(text: string): ReadonlySet<string> {
  return new Set(readSignals(text, 'customer').map(({ kind }) => kind))
}

function readLexicon(text: string): ReadonlySet<string> {
  const words = new Set(tokenise(text).map(({ word }) => word))
  return new Set(Object.keys(lexicon).filter((emotion) => lexicon[emotion]?.some((word) => words.has(word))))
}

function isTrue({ emotions }: Comment, emotion: string): boolean {
  return emotions.some((label) => mapped[emotion]?.includes(label))
}

function scoreOf(
  comments: readonly Comment[],
  found: readonly ReadonlySet<string>[],
  emotion: string,
): number {
  let right = 0
  let wrong = 0
  let missed = 0
  comments.forEach((comment, index) => {
    const says = found[index]?.has(emotion) ?? false
    const truth = isTrue(comment, emotion)
    if (says && truth) right++
    else if (says) wrong++
    else if (truth) missed++
  })
  return right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed)
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
