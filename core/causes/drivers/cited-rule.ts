/** What a cited rule is about, by the words that cite it; the first that fits counts. */
const topics: readonly (readonly [string, RegExp])[] = [
  ['security or privacy', /privacy|security|data protection|compliance|regulatory|legal/],
  ['returns and refunds', /return|refund|exchange|reimburs/],
  ['cancelling', /cancel|notice period/],
  ['warranty and cover', /warranty|insurance|covered|coverage/],
  ['fares and shipping', /fare|baggage|shipping|deliver/],
  ['what the system allows', /\bsystem\b/],
  ['terms and contract', /\bterms\b|condition|contract|agreement|agreed|(small|fine) print/],
  ['a time limit', /window|period|deadline|timeframe|within|beyond|outside|\bdays?\b|\bhours?\b/],
  ['form or proof', /writing|written|proof|original|approval|approved|signed|presented|verif|requested/],
  ['who may', /eligib|entitled|qualif|permitted|allowed|authori[sz]ed|member|holder|\bonly\b/],
  ['policy or procedure', /polic|rules|guideline|regulation|protocol|procedure/],
]

export const anyRule = 'any rule'

/**
 * Says what a rule that was cited to a customer is about, from the words that cite it: coarse, so that few rules count often.
 * Null where the words do not tell. Cost: O(length).
 */
export function topicOfRule(words: string): string | null {
  const plain = words.toLowerCase()
  return topics.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}
