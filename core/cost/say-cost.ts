import type { CostEstimate, CostLine } from './cost-inputs.ts'

/** How a sum of money is written: by the screen in the reader's language, by the command line plainly. */
export type SayMoney = (amount: number) => string

/** What each line is called, everywhere. */
export const lineNames: Readonly<Record<CostLine, string>> = {
  handling: 'Answering: working time of the contacts',
  handOffs: 'Hand-offs and rework',
  goodwill: 'Goodwill and refunds',
  lost: 'Customers lost',
  silent: 'Customers lost who never said a word',
  wordOfMouth: 'Customers who do not come for what they heard',
}

/** The answer in sentences that can be read aloud; the same on screen and on the command line. */
export function sayCost(
  { mid, low, high, months, weekOfDelay, swings, byCause }: CostEstimate,
  money: SayMoney,
): readonly string[] {
  const horizon = months === 1 ? 'month' : `${months} months`
  const [widest] = swings
  return [
    `If nothing changes, ${sayWhat(byCause)} will cost about ${money(mid)} over the next ${horizon}; between ${money(low)} and ${money(high)}, as far as the assumptions hold.`,
    `In the coming month each week without a change costs about ${money(weekOfDelay.mid)} (${money(weekOfDelay.low)} to ${money(weekOfDelay.high)}).`,
    ...(widest === undefined
      ? []
      : [`What moves this most: ${widest.meaning.charAt(0).toLowerCase()}${widest.meaning.slice(1)}.`]),
  ]
}

/** What is in the sum: contacts that fit no cause have no id. */
function sayWhat(byCause: CostEstimate['byCause']): string {
  const causes = byCause.filter(({ id }) => id !== '').length
  const named = causes === 1 ? 'this cause' : `these ${causes} causes`
  if (causes === byCause.length) return named
  return causes === 0 ? 'the contacts that fit no cause' : `${named} and the contacts that fit none`
}
