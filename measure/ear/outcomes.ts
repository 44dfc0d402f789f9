import { postureOf } from '../../core/signals/posture.ts'
import { readSignals } from '../../core/signals/read-signals.ts'
import type { Signal } from '../../core/signals/signal.ts'
import { differenceOfShares } from '../../core/stats/difference-of-shares.ts'
import { wilson } from '../../core/stats/wilson.ts'
import { readStarDialogues, type StarDialogue, type Turn } from './dialogues.ts'
import { printTable, round } from './table.ts'

/** Drop-outs are short, so that more messages would look like a reason to stay: of each dialogue that came so far, these. */
const firstTurns = 6

type Read = { readonly side: Turn['side']; readonly signals: readonly Signal[] }
type Sign = readonly [name: string, shows: (turns: readonly Read[]) => boolean]
type Outcome = readonly [name: string, ofDialogue: (dialogue: StarDialogue) => boolean | null]

const shows =
  (...kinds: readonly Signal['kind'][]) =>
  (turns: readonly Read[]) =>
    turns.some(({ signals }) => signals.some(({ kind }) => kinds.includes(kind)))
const posture = (wanted: string) => (turns: readonly Read[]) =>
  turns.some(({ side, signals }) => side === 'company' && postureOf(signals) === wanted)

const signs: readonly Sign[] = [
  ['customer: frustration or anger', shows('frustration', 'anger')],
  ['customer: confusion', shows('confusion')],
  ['customer: effort', shows('effort')],
  ['customer: gratitude or joy', shows('gratitude', 'joy')],
  ['company: refusal', shows('refusal')],
  ['company: acknowledgement', shows('acknowledgement')],
  ['company: option offered', shows('optionOffered')],
  ['company: a message inside-out', posture('insideOut')],
  ['company: a message outside-in', posture('outsideIn')],
]

const outcomes: readonly Outcome[] = [
  ['not calm or helpful', ({ answers }) => answerTo(answers, /calm and helpful/, false)],
  ['task not done', ({ answers }) => answerTo(answers, /^(?!.*(calm and helpful|enjoy)).*Did the/, false)],
  ['customer annoyed', ({ answersOfAgent }) => answerTo(answersOfAgent, /aggressive or annoyed/, true)],
  ['dropped out', ({ isComplete, turns }) => (turns.length < firstTurns ? null : !isComplete)],
]

/** What the signals of a STAR dialogue say of how it was rated and whether it was left: differences of shares. */
export function measureOutcomes(folder: string): void {
  const dialogues = readStarDialogues(folder).map((dialogue) => ({
    dialogue,
    turns: dialogue.turns.map(({ side, text }): Read => ({ side, signals: readSignals(text, side) })),
  }))
  const rows = signs.map(([sign, isShown]) => [
    sign,
    ...outcomes.map(([name, ofDialogue]) => {
      const cells = dialogues.flatMap(({ dialogue, turns }) => {
        const outcome = ofDialogue(dialogue)
        const read = name === 'dropped out' ? turns.slice(0, firstTurns) : turns
        return outcome === null ? [] : [{ outcome, isShown: isShown(read) }]
      })
      return sayDifference(
        cells.filter((cell) => cell.isShown),
        cells.filter((cell) => !cell.isShown),
      )
    }),
  ])
  printTable(
    `What signals say of outcomes in ${dialogues.length} STAR dialogues: share with the outcome where the sign is read, minus where it is not, in points (95 % interval; drop-out from the first ${firstTurns} messages)`,
    ['sign', ...outcomes.map(([name]) => name)],
    rows,
  )
}

function sayDifference(
  withSign: readonly { readonly outcome: boolean }[],
  without: readonly { readonly outcome: boolean }[],
): string {
  const [one, other] = [withSign, without].map((cells) =>
    wilson(cells.filter(({ outcome }) => outcome).length, cells.length),
  )
  if (!one || !other) return '-'
  const { value, low, high } = differenceOfShares(one, other)
  const [points, from, to] = [value, low, high].map((share) => round(share * 100, 1))
  return `${points} (${from} to ${to}), ${one.n}:${other.n}`
}

function answerTo(
  answers: readonly { readonly question: string; readonly answer: boolean }[],
  question: RegExp,
  bad: boolean,
): boolean | null {
  const asked = answers.filter((given) => question.test(given.question))
  return asked.length === 0 ? null : asked.some(({ answer }) => answer === bad)
}
