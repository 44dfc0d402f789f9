import { type CauseWords, parseCauseWords } from '../speech/cause-words.ts'
import { billTexts } from './bills.ts'
import { changeTexts } from './changes.ts'
import { connectionTexts } from './connection.ts'
import { contractTexts } from './contracts.ts'
import { deliveryTexts } from './deliveries.ts'
import { energyTexts } from './energy.ts'
import { outageTexts } from './outages.ts'
import { paymentTexts } from './payments.ts'
import { tariffTexts } from './tariffs.ts'
import { wishTexts } from './wishes.ts'

const all = {
  ...connectionTexts,
  ...outageTexts,
  ...billTexts,
  ...paymentTexts,
  ...energyTexts,
  ...tariffTexts,
  ...contractTexts,
  ...changeTexts,
  ...deliveryTexts,
  ...wishTexts,
}

const parsed = new Map<string, CauseWords>(
  Object.entries(all).map(([id, texts]) => [id, parseCauseWords(texts)]),
)

export function wordsOf(cause: string): CauseWords {
  const found = parsed.get(cause)
  if (found === undefined) throw new Error(`Our fault: no words for ${cause}`)
  return found
}
