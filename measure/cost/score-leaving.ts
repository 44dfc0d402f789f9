import { isKnown } from '../../core/base/cannot-say.ts'
import { compareLeaving } from '../../core/cost/leaving/compare-leaving.ts'
import { inventConfounded } from './confounded.ts'

/** Holds the comparison against invented customers whose truth is known: is the naive one wrong, does ours cover? */
export function printLeavingScores(runs: number): void {
  console.log(`\nCustomers lost: invented customers, ${runs} runs a line; the truth is known\n`)
  console.log('| customers | true effect | selection | naive, mean | ours, mean | interval covers | said |')
  console.log('|---:|---:|---|---:|---:|---:|---:|')
  for (const people of [600, 2000]) {
    for (const [selection, name] of [
      [0, 'by chance'],
      [1, 'by plan and tenure'],
      [9, 'no overlap'],
    ] as const) {
      for (const effect of [0, 0.1]) printLine(runs, { people, selection, effect }, name)
    }
  }
}

function printLine(
  runs: number,
  setting: { people: number; selection: number; effect: number },
  name: string,
): void {
  const said = Array.from({ length: runs }, (_, run) => {
    const { people, truth } = inventConfounded({ ...setting, seed: 1000 + run })
    const leaving = compareLeaving(people, null)
    return isKnown(leaving) ? [{ leaving, truth }] : []
  }).flat()
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const points = (value: number) => (Number.isNaN(value) ? '' : (value * 100).toFixed(1))
  const covered = said.filter(({ leaving, truth }) => leaving.low <= truth && truth <= leaving.high).length
  console.log(
    `| ${setting.people} | ${points(setting.effect)} | ${name} ` +
      `| ${points(mean(said.map(({ leaving }) => leaving.leftWith - leaving.leftWithout)))} ` +
      `| ${points(mean(said.map(({ leaving }) => leaving.difference)))} ` +
      `| ${said.length === 0 ? 'cannot say' : `${points(covered / said.length)} %`} | ${said.length} of ${runs} |`,
  )
}
