import { isKnown } from '../../core/base/cannot-say.ts'
import { signalsOfSide } from '../../core/signals/corrections/correction.ts'
import { readCues, readSignals } from '../../core/signals/read-signals.ts'
import type { SignalKind } from '../../core/signals/signal.ts'
import { estimateAlpha } from '../../core/stats/krippendorff.ts'
import { type Match, matchOf } from '../../core/stats/match-of.ts'
import { randomFrom } from '../../core/stats/random.ts'
import type { Message } from '../labels/messages.ts'
import { type LabelledMessage, readLabels } from '../labels/read-labels.ts'
import { readSaid } from '../said/read-said.ts'
import { printTable, round } from './table.ts'

/** A kind with fewer true messages in a half says too little to enter the mean. */
const leastTrue = 5
const seed = 1
const draws = 500

/** How well two readers agree on what messages show, and how well the cues find what was settled on. */
export function measureSignals(folder: string): void {
  for (const side of ['customer', 'company'] as const) {
    const labelled = readLabels(folder, side)
    const found = new Map(
      labelled.map(({ message }) => [
        message.id,
        new Set(readSignals(message.text, message.side).map(({ kind }) => kind)),
      ]),
    )
    printSide(side, labelled, found)
    printHeldBack(side, 'held-back-', 'written messages held back')
    printHeldBack(side, 'held-back-dialogues-', 'messages of written dialogues held back')
  }
}

/** Messages in many people's words, written under the guide by a hand whose messages taught nothing. */
function printHeldBack(
  side: Message['side'],
  set: 'held-back-' | 'held-back-dialogues-',
  what: string,
): void {
  const written = readSaid(side, set).map(({ text, shown }) => ({
    shown,
    cued: new Set(readCues(text, side).map(({ kind }) => kind)),
    read: new Set(readSignals(text, side).map(({ kind }) => kind)),
  }))
  const kinds = signalsOfSide(side)
  const matches = kinds.map((kind) => ({
    kind,
    cued: matchOf(written.map(({ shown, cued }) => [shown.has(kind), cued.has(kind)])),
    read: matchOf(written.map(({ shown, read }) => [shown.has(kind), read.has(kind)])),
  }))
  const meanOf = (f1s: readonly (number | null)[]) =>
    round(f1s.reduce<number>((sum, f1) => sum + (f1 ?? 0), 0) / f1s.length)
  printTable(
    `Signals of the ${side} in ${written.length} ${what}`,
    ['signal', 'true', 'F1 of cues alone', 'precision', 'recall', 'F1'],
    [
      ...matches.map(({ kind, cued, read }) => [
        kind,
        read.truths,
        ...[cued.f1, read.precision, read.recall, read.f1].map(say),
      ]),
      [
        'mean F1',
        '',
        meanOf(matches.map(({ cued }) => cued.f1)),
        '',
        '',
        meanOf(matches.map(({ read }) => read.f1)),
      ],
    ],
  )
}

function say(value: number | null): string {
  return value === null ? '-' : round(value, 2)
}

function printSide(
  side: Message['side'],
  labelled: readonly LabelledMessage[],
  found: ReadonlyMap<string, ReadonlySet<SignalKind>>,
): void {
  const kinds = signalsOfSide(side)
  const halves = (['tune', 'test'] as const).map((half) => labelled.filter((label) => label.half === half))
  const matches = kinds.map((kind) => halves.map((half) => matchKind(half, found, kind)))
  const rows = kinds.map((kind, index) => {
    const readers = labelled.map(({ first, second }) => [`${first.has(kind)}`, `${second.has(kind)}`])
    const alpha = estimateAlpha(readers)
    return [
      kind,
      isKnown(alpha) ? round(alpha.value, 2) : '-',
      ...(matches[index] ?? []).flatMap(({ truths, precision, recall, f1 }) => [
        truths,
        ...[precision, recall, f1].map(say),
      ]),
    ]
  })
  const means = halves.map((half) => {
    const told = kinds.filter((kind) => matchKind(half, found, kind).truths >= leastTrue)
    return [`${told.length} kinds`, '', '', sayMean(half, told, found)]
  })
  printTable(
    `Signals of the ${side} in ${labelled.length} labelled messages (mean over kinds with at least ${leastTrue} true ones, 95 % interval by drawing messages, seed ${seed})`,
    ['signal', 'alpha', ...['tune', 'test'].flatMap((half) => [half, 'precision', 'recall', 'F1'])],
    [...rows, ['mean F1', '', ...means.flat()]],
  )
}

function sayMean(
  half: readonly LabelledMessage[],
  kinds: readonly SignalKind[],
  found: ReadonlyMap<string, ReadonlySet<SignalKind>>,
): string {
  const meanOf = (labelled: readonly LabelledMessage[]) =>
    kinds.reduce((sum, kind) => sum + (matchKind(labelled, found, kind).f1 ?? 0), 0) / kinds.length
  const random = randomFrom(seed, 0)
  const drawn = Array.from({ length: draws }, () =>
    meanOf(half.flatMap(() => half[Math.floor(random() * half.length)] ?? [])),
  ).sort((left, right) => left - right)
  const at = (share: number) => round(drawn[Math.floor(share * (draws - 1))] ?? 0)
  return `${round(meanOf(half))} (${at(0.025)} to ${at(0.975)})`
}

function matchKind(
  labelled: readonly LabelledMessage[],
  found: ReadonlyMap<string, ReadonlySet<SignalKind>>,
  kind: SignalKind,
): Match {
  return matchOf(
    labelled.map(({ message, settled }) => [settled.has(kind), found.get(message.id)?.has(kind) ?? false]),
  )
}
