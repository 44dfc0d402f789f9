import { type Profile, toWords } from '../guess/profile.ts'
import { parseRating } from '../mapping/parse-rating.ts'
import { knownScales, unanswered } from './scales.ts'

/** What each word of a rating column means, and the scale in a few words. */
export type FoundScale = { readonly ratingValues: Readonly<Record<string, number>>; readonly seen: string }

/** From this share of answers on, what is left over are slips. */
const nearlyAll = 0.95

/** More different answers than this are no scale. */
const mostAnswers = 40

/** The known scale that nearly all answers of a column belong to, or null; it has its steps from 1, those too that nobody chose. */
export function findScale({ distinct }: Pick<Profile, 'distinct'>): FoundScale | null {
  if (distinct.size > mostAnswers) return null
  const given = [...distinct].map(([value, count]) => ({ value, count, word: plain(value) }))
  const answers = given.filter(({ word }) => !unanswered.has(word))
  const all = countOf(answers)
  const isAlone = new Set(given.map(({ word }) => word)).size < 2
  if (all === 0 || isAlone) return null
  const fitting = scales.filter(({ stepOf }) => {
    const own = answers.filter(({ word }) => stepOf.has(word))
    const words = new Set(own.map(({ word }) => word))
    // Two words for one step, and both are used: the scale is a finer one.
    const steps = new Set([...words].map((word) => stepOf.get(word)))
    return countOf(own) >= all * nearlyAll && steps.size === words.size
  })
  const [scale] = fitting.toSorted((left, right) => left.steps.length - right.steps.length)
  return scale === undefined ? null : spellOut(scale, answers)
}

/** Whether a column holds a number as an answer, whatever stands around it; those who did not answer aside. */
export function shareOfNumbers({ distinct }: Pick<Profile, 'distinct'>): number {
  const answers = [...distinct]
    .filter(([value]) => !unanswered.has(plain(value)))
    .map(([value, count]) => ({ value, count }))
  const read = answers.filter(({ value }) => !Number.isNaN(parseRating(value)))
  return answers.length === 0 ? 0 : countOf(read) / countOf(answers)
}

/** `5 - Very satisfied` says its number itself, and what it is called. */
export function findLabels({ distinct }: Pick<Profile, 'distinct'>): Readonly<Record<string, number>> {
  const labelled = [...distinct.keys()].filter(
    (value) => value.length <= longestLabel && labels.test(value) && !Number.isNaN(parseRating(value)),
  )
  // Who adds words of their own gives no label.
  const numbers = new Set(labelled.map(parseRating))
  const areLabels = labelled.length <= mostAnswers && numbers.size === labelled.length
  return areLabels ? Object.fromEntries(labelled.map((value) => [value, parseRating(value)])) : {}
}

const longestLabel = 40
const labels = /^[+-]?\d+\s*[-–—:.)=|(]\s*\p{L}|\p{L}.*\(\d+\)$/u

type Scale = { readonly steps: readonly string[]; readonly stepOf: ReadonlyMap<string, number> }
type Answer = { readonly value: string; readonly count: number; readonly word: string }

const scales: readonly Scale[] = knownScales.map((steps) => ({
  steps: steps.map((words) => words.split('|')[0] ?? ''),
  stepOf: new Map(
    steps.flatMap((words, at) => words.split('|').map((word): [string, number] => [plain(word), at + 1])),
  ),
}))

/** Words as they stand in the file where they do, else as they usually are. */
function spellOut({ steps, stepOf }: Scale, answers: readonly Answer[]): FoundScale {
  const joint = answers.some(({ value }) => /\p{L}_\p{L}/u.test(value)) ? '_' : ' '
  const ratingValues: Record<string, number> = {}
  const names = steps.map((usual, at) => {
    const used = answers.filter(({ word }) => stepOf.get(word) === at + 1).map(({ value }) => value)
    const words = used.length > 0 ? used : [usual.replaceAll(' ', joint)]
    for (const word of words) ratingValues[word] = at + 1
    return words[0] ?? usual
  })
  const seen = `its words are a scale from ${names[0]} (1) to ${names.at(-1)} (${names.length})`
  return { ratingValues, seen }
}

function countOf(answers: readonly Pick<Answer, 'count'>[]): number {
  return answers.reduce((sum, { count }) => sum + count, 0)
}

/** `Satisfait(e)` and `Satisfecho/a` are said of both. */
function plain(value: string): string {
  return toWords(value.replace(/\(\p{L}{1,2}\)|\/\p{L}{1,2}$/gu, ''))
}
