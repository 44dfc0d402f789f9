import type { MappedField } from '../../core/interactions/mapping.ts'
import type { Choice } from '../guess/choose-fields.ts'
import type { Profile } from '../guess/profile.ts'
import { repliesOf } from './reply-columns.ts'

/** What the columns of messages that were cut out of a row mean is known; gives them to their fields. */
export function chooseMessages(
  choices: Map<MappedField, Choice>,
  profiles: readonly Profile[],
  notUnique: ReadonlySet<string>,
): void {
  const columns = profiles.map(({ name }) => name)
  const replies = repliesOf(columns)
  if (replies === null) return
  const ending = (end: string) => profiles.findLast(({ name }) => name.endsWith(`[].${end}`))
  assign(choices, 'text', ending('text'), 'it holds what the customer wrote and what was answered')
  assign(choices, 'from', ending('from'), 'an answer is the company’s, and all else the customer’s')
  const id = ending('id')
  if (id && !notUnique.has(id.name))
    assign(choices, 'externalId', id, 'an answer has the id of what it answers, and says so')
  const known = choices.get('case')?.column
  if (known && known.values.length === known.rows) return
  const own = profiles.find(({ name }) => name === replies.id)
  assign(choices, 'case', own ?? ending('row'), 'an answer is of one case with what it answers')
}

/** Gives a field its column and takes it from any other. */
function assign(
  choices: Map<MappedField, Choice>,
  field: MappedField,
  column: Profile | undefined,
  because: string,
): void {
  if (column === undefined) return
  for (const [other, choice] of choices) if (choice.column === column) choices.delete(other)
  choices.set(field, { column, because })
}
