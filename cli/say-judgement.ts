import type { Estimate } from '../core/changes/proof/measure-effect.ts'
import { digitsFor, percent, sayNumber, sayTime, sayVerdict } from '../core/changes/proof/say-verdict.ts'
import { countTimes, oneOf } from '../core/changes/proof/series.ts'
import type { Guard, Judgement } from '../core/changes/proof/verdict.ts'

/** A judgement as a person reads it in a terminal: the verdict first, then what it rests on. */
export function sayJudgement(judgement: Judgement, remarks: readonly string[]): string {
  return `${[
    [sayVerdict(judgement)],
    sayEffectLines(judgement),
    ['Checks:', ...judgement.guards.map(sayGuard)],
    [
      'How it was read:',
      ...[...remarks, sayPeriod(judgement), sayUsed(judgement)].map((line) => `  ${line}`),
    ],
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function sayEffectLines({ effect, rhythm, look }: Judgement): string[] {
  if (effect === null) return []
  const { average, anyLook, total, relative, expectedAverage, actualAverage, count } = effect
  const one = oneOf[rhythm]
  const within = (estimate: Estimate) => {
    const digits = digitsFor(estimate)
    return `${sayNumber(estimate.value, digits)} (${sayNumber(estimate.low, digits)} to ${sayNumber(estimate.high, digits)})`
  }
  const wide = { ...average, ...anyLook }
  return [
    `Over ${countTimes(count, rhythm)} with the change, each interval holding 95 %:`,
    `  a ${one}, for one planned look       ${within(average)}${look === 'planned' ? '  ← the verdict' : ''}`,
    `  a ${one}, looked at as often as liked ${within(wide)}${look === 'any' ? '  ← the verdict' : ''}`,
    `  in total                        ${within(total)}`,
    relative === null
      ? '  in percent                      cannot say, as there might have been nothing at all without it'
      : `  in percent                      ${percent(relative.value)} (${percent(relative.low)} to ${percent(relative.high)})`,
    `  it was ${sayNumber(actualAverage, digitsFor(expectedAverage))} a ${one}, and would have been ${within(expectedAverage)}`,
  ]
}

const marks: Readonly<Record<Guard['status'], string>> = {
  passed: 'passed ',
  failed: 'FAILED ',
  notApplicable: 'not applicable',
}

const titles: Readonly<Record<Guard['name'], string>> = {
  history: 'Enough history',
  gap: 'No gap at the change',
  otherChanges: 'No other change',
  mix: 'The same mix',
  controls: 'Steady controls',
  placebo: 'Nothing found where nothing was',
  settled: 'It is known whether the level wanders',
  leaveOneOut: 'No control decides alone',
  units: 'Held against the others',
}

function sayGuard({ name, status, sentence }: Guard): string {
  return `  ${titles[name]}: ${marks[status].trim()}. ${sentence}${/[.]$/.test(sentence) ? '' : '.'}`
}

function sayPeriod({ from, to, changeAt, rhythm, historyCount, good }: Judgement): string {
  const way =
    good === 'up' ? 'More is taken as better (--good down turns that round).' : 'Less is taken as better.'
  return (
    `By ${oneOf[rhythm]} from ${sayTime(from, rhythm)} to ${sayTime(to, rhythm)}, ${historyCount} values before the change ` +
    `at ${sayTime(changeAt, rhythm)}. ${way}`
  )
}

function sayUsed({ used, scale }: Judgement): string {
  const likely = Object.entries(used).filter(([, share]) => share >= 0.01)
  const named = likely
    .sort(([, left], [, right]) => right - left)
    .map(([name, share]) => `${name} ${percent(share)}`)
  const scales = { linear: 'as they are', percent: 'in percent', count: 'as small counts' }
  if (scale === null) return 'Nothing was compared.'
  const goesWith = named.length === 0 ? 'nothing but its own level' : named.slice(0, 8).join(', ')
  return `Differences are taken ${scales[scale]}. Belief that it goes with: ${goesWith}.`
}
