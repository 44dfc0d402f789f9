import { loadWords } from '../server/words.ts'
import { printDemoScores } from './cost/score-demo.ts'
import { printLeavingScores } from './cost/score-leaving.ts'
import { printReadScores } from './cost/score-read.ts'
import { printCostSpeed } from './cost/speed.ts'
import { printTelco } from './cost/telco.ts'

/** Prints how well the cost holds against known truth, and how fast it is. A folder of customers who left is optional. */
export async function measureCost(folder: string | undefined): Promise<void> {
  printCostSpeed()
  printDemoScores(50)
  await printReadScores([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], await loadWords())
  printLeavingScores(40)
  if (folder !== undefined) await printTelco(folder)
}
