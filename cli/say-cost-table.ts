import type { CostEstimate } from '../core/cost/cost-inputs.ts'
import { lineNames, sayCost } from '../core/cost/say-cost.ts'

/** What the cost page says, for a terminal. */
export function sayCostTable(cost: CostEstimate): string {
  const money = (amount: number) => `${cost.currency} ${plain(amount)}`
  const range = ({ low, mid, high }: { low: number; mid: number; high: number }) =>
    `${plain(mid).padStart(12)}${plain(low).padStart(12)}${plain(high).padStart(12)}`
  const head = `${cost.currency.padStart(12)}${'low'.padStart(12)}${'high'.padStart(12)}`
  return [
    ...sayCost(cost, money),
    '',
    `${head}  by cause`,
    ...cost.byCause.map((cause) => `${range(cause)}  ${cause.name} (${Math.round(cause.issues)} issues)`),
    '',
    `${head}  what for`,
    ...cost.lines.map((line) =>
      line.low === 0 && line.high === 0
        ? `${'none entered'.padStart(36)}  ${lineNames[line.line]}`
        : `${range(line)}  ${lineNames[line.line]}`,
    ),
    ...cost.unsaid.map(({ line, cannotSay }) => `  ${lineNames[line]}: cannot say, because ${cannotSay}.`),
    '',
    `${''.padStart(12)}${'with it low'.padStart(12)}${'high'.padStart(12)}  what moves it`,
    ...cost.swings
      .slice(0, 8)
      .map(({ meaning, low, high }) => `${plain(low).padStart(24)}${plain(high).padStart(12)}  ${meaning}`),
    '',
    'What it rests on:',
    ...cost.assumptions.map(
      ({ meaning, low, mid, high, unit, reference }) =>
        `  ${meaning}: ${tidy(mid)} (${tidy(low)} to ${tidy(high)}) ${unit.replace(/\bcurrency\b/, cost.currency)}. ${reference}`,
    ),
    '',
  ].join('\n')
}

/** Three figures that mean something, as on the page. */
function plain(amount: number): string {
  const size = Math.abs(amount)
  const step = size < 1000 ? 1 : 10 ** (Math.floor(Math.log10(size)) - 2)
  return (Math.round(amount / step) * step).toLocaleString('en-US')
}

function tidy(value: number): string {
  return String(Math.round(value * 100) / 100)
}
