import type { MappedField } from '../../core/interactions/mapping.ts'
import type { Choice } from './choose-fields.ts'
import type { Profile } from './profile.ts'

/** Words for the customer's side of a conversation, as exports write them. */
const customerWords =
  /^(customer|user|requester|end[-_ ]?user|client|consumer|contact|caller|lead|visitor|guest|member|inbound|incoming|received|in|customer reply|customer message|kunde|eingehend|entrant|entrante|entrada|cliente|human|patient|passenger|subscriber|buyer|shopper|eingang|inbound[ _](voicemail|missed|abandoned)|klant|mo)s?$/i

const companyWords =
  /^(agent|company|outbound(-(api|reply|call))?|outgoing|sent|out|admin|bot|system|staff|support|operator|employee|rep|representative|wizard|assistant|teammate|owner|internal|tool|ausgehend|sortant|saliente|salida|agente|mitarbeiter|userguide|knowledgebase|automation|workflow|advisor|technician|note|internal note|ausgang|sortie|outbound[ _](missed|preview|dialer)|preview|autodial|dialer|(internal|3rd party|third party) (transfer|conference)|automated|medewerker|mt)s?$/i

/** Words that mean the sides under these names alone. */
const special = [
  {
    name: /\bauthor association$/,
    theirs: /^(none|contributor|first_timer|first_time_contributor|mannequin)$/i,
    ours: /^(owner|member|collaborator)$/i,
  },
  {
    name: /^type$/,
    theirs: /^(inbound|incoming|received)$/i,
    ours: /^(outbound|outgoing|sent|(internal |private )?note)$/i,
  },
  { name: /^(from|to) type$/, theirs: /^smtp$/i, ours: /^ex$/i },
  { name: /^(dir|direction|richtung|e a|in out)$/, theirs: /^(i|e|in)$/i, ours: /^(o|a|out)$/i },
]

/** Whose side a word such as Visitor or Agent is of. */
export function sideOfWord(word: string): 'customer' | 'company' | null {
  if (companyWords.test(word)) return 'company'
  return customerWords.test(word) ? 'customer' : null
}

/** What became of a call that came in. */
const cameIn = /^((short[ _])?abandoned|missed|voicemail|answered)$/i

const trueWords = /^(true|yes|y|1|t)$/i
const falseWords = /^(false|no|n|0|f)$/i

/** Values of the column that mean the customer; empty when its values do not tell the two sides apart. */
export function customerValuesOf(column: Profile): string[] {
  const values = [...column.distinct.keys()]
  if (values.length < 2 || values.length > 12) return []
  const theirs = findSpecial(column)
  if (theirs !== null) return values.filter((value) => theirs.test(value))
  if (values.every((value) => trueWords.test(value) || falseWords.test(value)))
    return booleans(column, values)
  // Beside customers, users are those of the help desk.
  const areUsersOurs = values.some((value) => /^customer$/i.test(value))
  const isOurs = (value: string) => companyWords.test(value) || (areUsersOurs && /^user$/i.test(value))
  const ofCompany = values.filter(isOurs)
  const isTheirs = (value: string) => customerWords.test(value) && !isOurs(value)
  // Where it says of calls what became of those that came in, it says nothing else.
  const areCalls = values.every((value) => isOurs(value) || isTheirs(value) || cameIn.test(value))
  const ofCustomer = values.filter((value) => isTheirs(value) || (areCalls && cameIn.test(value)))
  return ofCompany.length > 0 && ofCustomer.length + ofCompany.length >= values.length / 2 ? ofCustomer : []
}

/** What is only called a type sorts as often as it tells who wrote. */
export function tellsBySpecialWords(column: Profile): boolean {
  return findSpecial(column) !== null
}

/** Of a column whose every value is such a word, those that mean the customer. */
function findSpecial({ words, distinct }: Profile): RegExp | null {
  const found = special.find(
    ({ name, theirs, ours }) =>
      name.test(words) && [...distinct.keys()].every((value) => theirs.test(value) || ours.test(value)),
  )
  return found?.theirs ?? null
}

export function isSideColumn(column: Profile): boolean {
  return customerValuesOf(column).length > 0
}

function booleans(column: Profile, values: readonly string[]): string[] {
  if (/\b(inbound|incoming|is customer|from customer|by customer|is user|is client)\b/.test(column.words)) {
    return values.filter((value) => trueWords.test(value))
  }
  if (
    !/\b(outbound|outgoing|is agent|from agent|by agent|is staff|is admin|is bot)\b|^(staff|moderator)$/.test(
      column.words,
    )
  )
    return []
  return values.filter((value) => falseWords.test(value))
}

/** Whether a text is called the customer's. */
export function namesCustomer({ words }: Profile): boolean {
  return /^(customer|client|caller|guest|patient|member)\b/.test(words)
}

/** Where messages of customers name no agent, the agent's column tells the sides apart. */
export function silentAgents(choices: ReadonlyMap<MappedField, Choice>): Choice | null {
  const agent = choices.get('agent')?.column
  if (!agent || choices.has('from')) return null
  const text = choices.get('text')?.column
  const spoken = agent.cells.filter((_, at) => text === undefined || text.cells[at] !== '')
  const filled = spoken.filter((name) => name !== '').length / Math.max(1, spoken.length)
  if (filled < 0.2 || filled > 0.9 || (text !== undefined && namesCustomer(text))) return null
  return { column: agent, because: `rows without "${agent.name}" are taken for the customer's` }
}
