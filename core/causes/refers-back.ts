import { readingPart } from '../text/clean.ts'
import { splitSentences } from '../text/sentences.ts'
import { tellsOfContact } from './idle-sentence.ts'

/** Words that point at something that went before. */
const before =
  /\b(?:again|once more|still (?:no|not|nothing|waiting|have|has|is|the|cannot|can['’]t)|as i (?:said|wrote)|any news|never heard back|coming back to|contact number|(?:second|third|fourth|fifth) (?:time|message|call|e?-?mail|contact|attempt)|you (?:said|promised|told me|wrote)|i (?:wrote|called|was told)|not been (?:taken back|corrected|paid|fixed))\b/i

/**
 * Whether a customer's message speaks of an earlier contact or of waiting since ("still nothing", "they sent me to you").
 * Assumes English. A hint, not a proof: half of those who come for the first time use such words too, so it only lowers
 * the likeness at which two contacts are taken for one issue. Cost: linear.
 */
export function refersBack(text: string): boolean {
  const read = readingPart(text)
  if (before.test(read)) return true
  return splitSentences(read).some(({ start, end }) => tellsOfContact(read.slice(start, end)))
}
