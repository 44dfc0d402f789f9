import { judgeSeries } from '../../core/changes/proof/judge-series.ts'
import { defaultProof } from '../../core/changes/proof/verdict.ts'
import { simulate } from './simulate.ts'

const repetitions = 5
/** Days before the change and since. */
const lengths = [
  { history: 90, after: 30 },
  { history: 365, after: 90 },
  { history: 730, after: 365 },
  { history: 1460, after: 365 },
]

/** How long a verdict takes as days and controls grow: processor time, the first one and the median of some. */
export function printProofSpeed(): void {
  console.log('\nSpeed: a verdict with all its checks, processor time\n')
  console.log('| days | controls | milliseconds, the first | median |')
  console.log('|---:|---:|---:|---:|')
  for (const length of lengths) {
    for (const controls of [0, 5, 10]) {
      const goodControls = Math.min(2, controls)
      const setting = {
        name: 'days',
        season: 2,
        trend: 1,
        goodControls,
        junkControls: controls - goodControls,
      }
      const { series } = simulate(setting, length, 1, 3)
      const times = Array.from({ length: repetitions }, () => {
        const before = process.cpuUsage()
        judgeSeries(series, defaultProof, { otherChanges: null, mix: null })
        return process.cpuUsage(before).user / 1000
      })
      const middle = times.toSorted((left, right) => left - right)[Math.floor(repetitions / 2)] ?? 0
      console.log(
        `| ${length.history + length.after} | ${controls} | ${times[0]?.toFixed(0)} | ${middle.toFixed(0)} |`,
      )
    }
  }
}
