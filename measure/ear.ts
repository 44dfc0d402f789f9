import { readFileSync } from 'node:fs'
import { parseWordTable } from '../core/text/word-table.ts'
import { measureCauses } from './ear/causes.ts'
import { measureContainment } from './ear/containment.ts'
import { measureEmotions } from './ear/emotions.ts'
import { measureGivenNumber } from './ear/given-number.ts'
import { measureOutcomes } from './ear/outcomes.ts'
import { measureSignals } from './ear/signals.ts'
import { measureSpeed } from './ear/speed.ts'

/**
 * How well the ear hears, and how fast: prints tables, asserts nothing.
 * `npm run measure -- ear DIR` where DIR holds the folders banking77, multidogo, goemotions, star, tau-bench and abcd.
 */
export function measureEar(folder: string): void {
  const table = parseWordTable(readFileSync(new URL('../models/words.bin', import.meta.url)))
  measureCauses(folder, table)
  measureGivenNumber(folder, table)
  measureSignals(folder)
  measureEmotions(folder)
  measureOutcomes(folder)
  measureContainment(folder)
  measureSpeed(folder, table)
}
