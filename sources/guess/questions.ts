import type { InteractionKind } from '../../core/interactions/interaction.ts'
import type { MappingQuestion } from '../../core/interactions/mapping.ts'
import type { Choices } from './choose-fields.ts'
import type { TimeChoices } from './choose-times.ts'

/** Asks how days and months are written when no value of the column settles it. */
export function askAboutTimes(times: TimeChoices): MappingQuestion[] {
  if (!times.time || times.open.length === 0) return []
  const example = times.time.column.values[0] ?? ''
  const options = [times.format, ...times.open]
  return [
    {
      field: 'timeFormat',
      question: `Is "${example}" in "${times.time.column.name}" written ${options.join(' or ')}? No value settles it.`,
      options,
      assumed: times.format,
    },
  ]
}

/** Asks who wrote the messages of a conversation when no column tells. */
export function askAboutSides(
  choices: Choices,
  kind: InteractionKind,
  isLog: boolean,
  columns: readonly string[],
): MappingQuestion[] {
  if (kind !== 'message' || !isLog || choices.has('from')) return []
  return [
    {
      field: 'from',
      question: 'No column tells messages of customers from answers of the company. Which one does?',
      options: [...columns],
      assumed: 'all messages are from customers',
    },
  ]
}

/** Asks what a table is about that names nobody, no case, no text and no rating: reading it would count nothing. */
export function askAboutShape(
  choices: Choices,
  times: TimeChoices,
  columns: readonly string[],
): MappingQuestion[] {
  const who = choices.has('account') || choices.has('email') || choices.has('phone') || choices.has('name')
  const says =
    choices.has('text') || choices.has('case') || choices.has('rating') || choices.has('externalId')
  if (says || (who && times.time)) return []
  const question = who
    ? 'No column says when something happened or what was said: this looks like a list of customers, not of interactions. Which column holds the time or the text?'
    : 'No column was understood as customer, case, text or rating. Which column holds what the customer said or did?'
  return [{ field: who ? 'time' : 'text', question, options: [...columns], assumed: null }]
}
