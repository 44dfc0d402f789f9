import { readSignals } from '../../core/signals/read-signals.ts'
import { signalKinds } from '../../core/signals/signal.ts'
import { type Random, randomFrom } from '../../core/stats/random.ts'
import { aucOf, predictApart, type Scored } from './auc.ts'
import { readTauRuns, type TauRun } from './dialogues.ts'
import { printTable, round } from './table.ts'

const seed = 1
const draws = 1000
const folds = 10
const shownSigns = 8

/**
 * Runs that an AI agent kept from a person: which of them failed, told from the transcript alone? Each sign by itself, and
 * all together by a regularised logistic fit that never sees a run of the task it predicts.
 */
export function measureContainment(folder: string): void {
  const runs = readTauRuns(folder)
  const kept = runs.filter(({ isHandedOver }) => !isHandedOver)
  const failed = kept.filter(({ isSolved }) => !isSolved).length
  const signs = kept.map(signsOf)
  const names = Object.keys(signs[0] ?? {})
  const single = names
    .map((name) => {
      const scored = kept.map(({ task, isSolved }, index) => ({
        group: task,
        truth: !isSolved,
        score: signs[index]?.[name] ?? 0,
      }))
      return { name, scored, auc: aucOf(scored) }
    })
    .sort((left, right) => Math.abs(right.auc - 0.5) - Math.abs(left.auc - 0.5))
    .slice(0, shownSigns)
  const inputs = kept.map(({ task, isSolved }, index) => ({
    group: task,
    truth: !isSolved,
    values: names.map((name) => signs[index]?.[name] ?? 0),
  }))
  const together = predictApart(inputs, folds)
  printTable(
    `False containment: ${failed} of ${kept.length} runs kept from a person failed (of ${runs.length} runs, ${runs.length - kept.length} were handed over). AUC with 95 % interval by drawing tasks (seed ${seed})`,
    ['sign', 'AUC', 'low', 'high'],
    [
      ...single.map(({ name, scored, auc }) => [name, ...sayAuc(auc, scored)]),
      [`all ${names.length} signs, tasks held apart in ${folds} parts`, ...sayAuc(aucOf(together), together)],
    ],
  )
  console.log(
    `The ${shownSigns} signs farthest from chance of ${names.length}: their intervals do not allow for the choice.`,
  )
}

/** How often each signal was read, and how long it took. */
function signsOf({ turns }: TauRun): Readonly<Record<string, number>> {
  const counts = new Map<string, number>(signalKinds.map((kind) => [kind, 0]))
  for (const { side, text } of turns) {
    for (const kind of new Set(readSignals(text, side).map((signal) => signal.kind)))
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return { ...Object.fromEntries(counts), messages: turns.length }
}

function sayAuc(auc: number, scored: readonly Scored[]): readonly string[] {
  const random = randomFrom(seed, 0)
  const groups = [...Map.groupBy(scored, ({ group }) => group).values()]
  const drawn = Array.from({ length: draws }, () => aucOf(drawGroups(groups, random))).sort(
    (left, right) => left - right,
  )
  const at = (share: number) => drawn[Math.floor(share * (draws - 1))] ?? auc
  return [round(auc), round(at(0.025)), round(at(0.975))]
}

function drawGroups(groups: readonly (readonly Scored[])[], random: Random): readonly Scored[] {
  return groups.flatMap(() => groups[Math.floor(random() * groups.length)] ?? [])
}
