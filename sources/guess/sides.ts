import type { Profile } from './profile.ts'

/** Words for the customer's side of a conversation, as exports write them. */
const customerWords =
  /^(customer|user|requester|end[-_ ]?user|client|consumer|contact|caller|lead|visitor|guest|member|inbound|incoming|received|in|customer reply|kunde|eingehend|entrant|entrante|cliente|human)$/i

const companyWords =
  /^(agent|company|outbound|outgoing|sent|out|admin|bot|system|staff|support|operator|employee|rep|wizard|assistant|teammate|owner|internal|tool|ausgehend|sortant|saliente|agente|userguide|knowledgebase|representative|automation|workflow)$/i

/** Whether the values of a column tell the two sides of a conversation apart. */
export function isSideColumn(column: Profile): boolean {
  const values = [...column.distinct.keys()]
  if (values.length < 2 || values.length > 12) return false
  const isBoth =
    values.some((value) => customerWords.test(value)) && values.some((value) => companyWords.test(value))
  return isBoth
}

export function customerValuesOf(column: Profile): string[] {
  return [...column.distinct.keys()].filter((value) => customerWords.test(value))
}
