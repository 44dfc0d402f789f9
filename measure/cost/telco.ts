import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { isKnown } from '../../core/base/cannot-say.ts'
import { compareLeaving } from '../../core/cost/leaving/compare-leaving.ts'

type Row = Readonly<Record<string, string>>

/** What stands for a cause: customers with it, among which customers, and what is no trait but the same thing again. */
const questions = [
  {
    name: 'no tech support, among internet customers',
    hasCause: (row: Row) => row.TechSupport === 'No',
    among: (row: Row) => row.InternetService !== 'No',
    // What they pay follows from what they have: charges and services together name the support.
    isSame: ['TechSupport', 'MonthlyCharges', 'TotalCharges'],
  },
  {
    name: 'pays by electronic check',
    hasCause: (row: Row) => row.PaymentMethod === 'Electronic check',
    among: () => true,
    isSame: ['PaymentMethod'],
  },
  {
    name: 'monthly contract',
    hasCause: (row: Row) => row.Contract === 'Month-to-month',
    among: () => true,
    isSame: ['Contract'],
  },
  {
    name: 'fiber line, held against customers without internet',
    hasCause: (row: Row) => row.InternetService === 'Fiber optic',
    among: (row: Row) => row.InternetService !== 'DSL',
    isSame: ['InternetService'],
  },
]

/** Estimates differences in leaving on a public table of customers, with the diagnostics of overlap. */
export async function printTelco(folder: string): Promise<void> {
  const text = await readFile(join(folder, 'Telco-Customer-Churn.csv'), 'utf8')
  const rows: readonly Row[] = parse(text, { columns: true })
  const left = rows.filter((row) => row.Churn === 'Yes').length
  console.log(`\nCustomers lost: ${rows.length} customers of a public table, ${left} left\n`)
  console.log(
    '| with the “cause” | of whom left | others left | naive | matched: difference (95 %) | worth | unmatched | worst gap before / after |',
  )
  console.log('|---|---:|---:|---:|---:|---:|---:|---|')
  for (const question of questions) {
    const leaving = compareLeaving(
      rows.filter(question.among).map((row) => ({
        hasCause: question.hasCause(row),
        left: row.Churn === 'Yes',
        traits: traitsOf(row, question.isSame),
      })),
      null,
    )
    if (!isKnown(leaving)) {
      console.log(`| ${question.name} | | | | cannot say: ${leaving.cannotSay} | | | |`)
      continue
    }
    const { overlap } = leaving
    const points = (value: number) => (value * 100).toFixed(1)
    console.log(
      `| ${question.name}: ${overlap.withCause} | ${points(leaving.leftWith)} % | ${points(leaving.leftWithout)} % ` +
        `| ${points(leaving.leftWith - leaving.leftWithout)} | ${points(leaving.difference)} (${points(leaving.low)} to ${points(leaving.high)}) ` +
        `| ${Math.round(overlap.effectiveWithout)} of ${overlap.withoutCause} | ${overlap.unmatched} ` +
        `| ${overlap.worstBefore.toFixed(2)} (${overlap.worstTrait}) / ${overlap.worstAfter.toFixed(4)} |`,
    )
  }
}

function traitsOf(row: Row, isSame: readonly string[]): Row {
  const { customerID: _, Churn: __, ...traits } = row
  return Object.fromEntries(
    Object.entries(traits).filter(([name, value]) => !isSame.includes(name) && value.trim() !== ''),
  )
}
