import { emotionOf } from '../../core/signals/emotion.ts'
import { readSignals } from '../../core/signals/read-signals.ts'
import { matchOf } from '../../core/stats/match-of.ts'
import { tokenise } from '../../core/text/tokenise.ts'
import { type Comment, readGoEmotions } from './data.ts'
import { printTable, round } from './table.ts'
import { toneOfVader } from './vader.ts'

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

/** The same emotions as eased and strained, which is all that VADER tells; surprise may be either. */
const eased = ['relief', 'joy', 'gratitude']
const strained = ['anger', 'frustration', 'worry', 'sadness', 'confusion']
const tones = ['eased', 'strained', 'neither'] as const
export type Tone = (typeof tones)[number]

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

/** Our emotions beside a plain lexicon's and VADER's on GoEmotions' test part. */
export function measureEmotions(folder: string): void {
  const comments = readGoEmotions(folder, 'test')
  const ours = comments.map(({ text }) => readOurs(text))
  const plain = comments.map(({ text }) => readLexicon(text))
  printEmotions(comments, ours, plain)
  printTones(comments, ours, plain)
}

function printEmotions(
  comments: readonly Comment[],
  ours: readonly ReadonlySet<string>[],
  plain: readonly ReadonlySet<string>[],
): void {
  const strongest = comments.map(({ text }) => new Set([emotionOf(readSignals(text, 'customer')) ?? '']))
  const rows = Object.keys(mapped).map((emotion) => {
    const truths = comments.map((comment) => isTrue(comment, emotion))
    const scores = [ours, strongest, plain].map((found) =>
      scoreOf(
        truths,
        found.map((kinds) => kinds.has(emotion)),
      ),
    )
    return { emotion, count: truths.filter(Boolean).length, scores }
  })
  const means = [0, 1, 2].map((column) => round(meanOf(rows.map(({ scores }) => scores[column] ?? 0))))
  printTable(
    'Emotions on goemotions test (mapped; F1)',
    ['emotion', 'comments', 'ours, any', 'ours, strongest', 'lexicon'],
    [
      ...rows.map(({ emotion, count, scores }) => [emotion, count, ...scores.map((score) => round(score))]),
      ['macro', comments.length, ...means],
    ],
  )
}

/** Comments whose labels are eased, strained or neutral throughout; what is mixed has no single truth. */
function printTones(
  comments: readonly Comment[],
  ours: readonly ReadonlySet<string>[],
  plain: readonly ReadonlySet<string>[],
): void {
  const truths = comments.map(toneOfLabels)
  const kept = comments.flatMap((_, index) => (truths[index] === null ? [] : [index]))
  const ofVader = toneOfVader(comments.map(({ text }) => text))
  const readers: readonly (readonly [string, readonly Tone[] | null])[] = [
    ['ours', ours.map(toneOfKinds)],
    ['lexicon', plain.map(toneOfKinds)],
    ['VADER', ofVader],
  ]
  const rows = readers.map(([name, found]) => {
    if (found === null) return [name, 'not installed here: pip install vaderSentiment']
    const scores = tones.map((tone) =>
      scoreOf(
        kept.map((index) => truths[index] === tone),
        kept.map((index) => found[index] === tone),
      ),
    )
    return [name, ...scores.map((score) => round(score)), round(meanOf(scores))]
  })
  printTable(
    `Eased, strained or neither on goemotions test: ${kept.length} of ${comments.length} comments with one tone (F1)`,
    ['reader', ...tones, 'macro'],
    rows,
  )
}

function toneOfLabels({ emotions }: Comment): Tone | null {
  if (emotions.every((label) => label === 'neutral')) return 'neither'
  const kinds = Object.keys(mapped).filter((emotion) => isTrue({ text: '', emotions }, emotion))
  const isWhole = emotions.every((label) => kinds.some((kind) => mapped[kind]?.includes(label)))
  if (isWhole && kinds.every((kind) => eased.includes(kind))) return 'eased'
  return isWhole && kinds.every((kind) => strained.includes(kind)) ? 'strained' : null
}

function toneOfKinds(kinds: ReadonlySet<string>): Tone {
  const [ease, strain] = [eased, strained].map((named) => named.filter((kind) => kinds.has(kind)).length)
  if (ease === strain) return 'neither'
  return (ease ?? 0) > (strain ?? 0) ? 'eased' : 'strained'
}

function readOurs(text: string): ReadonlySet<string> {
  return new Set(readSignals(text, 'customer').map(({ kind }) => kind))
}

function readLexicon(text: string): ReadonlySet<string> {
  const words = new Set(tokenise(text).map(({ word }) => word))
  return new Set(Object.keys(lexicon).filter((emotion) => lexicon[emotion]?.some((word) => words.has(word))))
}

export function isTrue({ emotions }: Comment, emotion: string): boolean {
  return emotions.some((label) => mapped[emotion]?.includes(label))
}

function scoreOf(truths: readonly boolean[], found: readonly boolean[]): number {
  return matchOf(truths.map((truth, index) => [truth, found[index] ?? false])).f1 ?? 0
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
