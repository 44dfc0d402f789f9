import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parseWordTable } from '../core/text/word-table.ts'
import { measureCauses } from './ear/causes.ts'
import { measureEmotions } from './ear/emotions.ts'
import { measureSpeed } from './ear/speed.ts'

/**
 * How well the ear hears, and how fast: prints tables, asserts nothing.
 * `node measure/ear.ts --data DIR` where DIR holds the folders banking77, multidogo, goemotions and star.
 */
export function measureEar(folder: string): void {
  const table = parseWordTable(readFileSync(new URL('../models/words.bin', import.meta.url)))
  measureCauses(folder, table)
  measureEmotions(folder)
  measureSpeed(folder, table)
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { data: { type: 'string' } }, allowPositionals: true })
  if (values.data) measureEar(values.data)
  else console.error('Say where the labelled data is: node measure/ear.ts --data DIR')
}
