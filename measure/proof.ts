import { type Score, scoreSettings, type Task } from './proof/score.ts'
import type { Setting } from './proof/simulate.ts'
import { printProofSpeed } from './proof/speed.ts'

/** What series look like; each is tried with each length of history. */
const settings: readonly Setting[] = [
  { name: 'noise alone' },
  { name: 'week', season: 2 },
  { name: 'trend, week', trend: 2, season: 2 },
  { name: 'autocorrelation 0.5', persistence: 0.5 },
  { name: 'autocorrelation 0.8', persistence: 0.8 },
  { name: 'week, a sixth missing', missing: 1 / 6, season: 1 },
  { name: 'counts of 0.5', count: 0.5 },
  { name: 'counts of 3', count: 3 },
  { name: 'counts of 3, week, twice the variance', count: 3, dispersion: 2, season: 0.3 },
  { name: 'ten junk controls', junkControls: 10 },
  { name: 'level wanders, two controls share it, five junk', goodControls: 2, junkControls: 5 },
  { name: 'level wanders by 0.1 a day, no control', walk: 0.1 },
  { name: 'level wanders by 0.5 a day, no control', walk: 0.5 },
]

const histories = [30, 90, 365]
/** In deviations of the noise, and as a share of a mean count. */
const effects = [0, 0.5, 1, 2]
const countEffects = [0, 0.25, 0.5, 1]

/**
 * Prints how well verdicts hold on simulated series: `npm run measure -- proof [SERIES] [SEED] [once|year|speed] [DAYS]`
 * (default 1,000, 1, all three, and each length of history). Rows come one by one, so that a run may be made in parts:
 * those of one kind of look and one history. Asserts nothing; a small part of it is a test beside the method.
 */
export function measureProof([series = '1000', seed = '1', only, days]: readonly string[]): void {
  const seeds = Array.from({ length: Number(series) }, (_, at) => Number(seed) * 100_000 + at)
  const lengths = days === undefined ? histories : [Number(days)]
  if (only === undefined || only === 'speed') printProofSpeed()
  if (only === undefined || only === 'once') {
    console.log(`\nOne planned look, 30 days after the change; ${series} series a row.\n`)
    printScores(seeds, lengths, { look: 'planned', afterOf: () => 30 })
  }
  if (only === undefined || only === 'year') {
    console.log(`\nA look each day for a year, or for twice the history; ${series} series a row.\n`)
    printScores(seeds, lengths, { look: 'any', afterOf: (history) => Math.min(365, 2 * history) })
  }
}

function printScores(
  seeds: readonly number[],
  lengths: readonly number[],
  { look, afterOf }: Pick<Task, 'look'> & { readonly afterOf: (history: number) => number },
): void {
  console.log(
    '| series | history | refused | unsettled | covered | unsettled covered | false alarms | small effect found | middle | large | width |\n' +
      '|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|',
  )
  for (const history of lengths) {
    for (const setting of settings) {
      const length = { history, after: afterOf(history) }
      const sizes = setting.count ? countEffects : effects
      console.log(toLine(setting, history, scoreSettings({ setting, length, look, effects: sizes }, seeds)))
    }
  }
}

function toLine({ name }: Setting, history: number, score: Score): string {
  const percent = (share: number) => (Number.isNaN(share) ? '' : `${(100 * share).toFixed(1)} %`)
  const { refused, unsettled, covered, unsettledCovered, found, width } = score
  const shares = [refused, unsettled, covered, unsettledCovered, ...found].map(percent)
  return `| ${[name, history, ...shares, Number.isNaN(width) ? '' : width.toFixed(2)].join(' | ')} |`
}
