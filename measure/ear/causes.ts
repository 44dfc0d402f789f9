import { readFileSync } from 'node:fs'
import path from 'node:path'
import { prepareAssigner } from '../../core/causes/assign-cause.ts'
import { defaultGrain, discoverCauses } from '../../core/causes/discover-causes.ts'
import { hearText } from '../../core/causes/hear-reason.ts'
import type { WordTable } from '../../core/text/word-table.ts'
import { scoreAgreement } from '../ear-scores.ts'
import { type Labelled, readBanking, readMultidogo } from './data.ts'
import { printTable, round } from './table.ts'

const mostTexts = 2500

/** Causes found without a given number, against the labels of people who sorted the same texts. */
export function measureCauses(folder: string, table: WordTable): void {
  const rows = [scoreCauses('banking77 test', readBanking(folder, 'test'), table)]
  for (const [trade, turns] of readMultidogo(folder)) {
    const step = Math.max(1, Math.floor(turns.length / mostTexts))
    rows.push(
      scoreCauses(
        `multidogo ${trade}`,
        turns.filter((_, index) => index % step === 0).slice(0, mostTexts),
        table,
      ),
    )
  }
  printTable(
    'Causes without a given number (no chance involved: no seed; texts without a cause count as one group)',
    causeColumns,
    rows,
  )
}

/**
 * The same for labelled texts of your own: files with a text and its label in a line, a tab between. Reasons are heard as in a
 * reading, so that greetings and thanks have none; they count as one group with what is close to no cause.
 */
export function measureCausesOf(files: readonly string[], table: WordTable): void {
  printTable(
    'Causes without a given number, of what is heard as a reason',
    causeColumns,
    files.map((file) => {
      const texts = readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line) => {
          const [text = '', label] = line.split('\t')
          return label === undefined ? [] : [{ text: hearText(text) ?? '', label }]
        })
      return scoreCauses(path.parse(file).name, texts, table)
    }),
  )
}

const causeColumns = ['data', 'texts', 'labels', 'causes', 'NMI', 'ARI', 'coverage', 'seconds']

function scoreCauses(
  name: string,
  texts: readonly Labelled[],
  table: WordTable,
): readonly (string | number)[] {
  const start = process.cpuUsage()
  const model = discoverCauses(
    texts.map(({ text }, index) => ({ id: String(index), text })),
    table,
    { grain: defaultGrain },
  )
  const seconds = process.cpuUsage(start).user / 1e6
  const assign = prepareAssigner(model, table)
  const found = texts.map(({ text }) => assign(text)?.cause ?? 'none')
  const truth = texts.map(({ label }) => label)
  const { nmi, ari } = scoreAgreement(truth, found)
  const coverage = found.filter((cause) => cause !== 'none').length / found.length
  const labels = new Set(truth).size
  return [
    name,
    texts.length,
    labels,
    model.causes.length,
    round(nmi),
    round(ari),
    round(coverage),
    round(seconds, 1),
  ]
}
