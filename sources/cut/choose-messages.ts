import type { MappedField } from '../../core/interactions/mapping.ts'
import { nestedMark } from '../formats/json-cells.ts'
import type { Choice } from '../guess/choose-fields.ts'
import type { Profile } from '../guess/profile.ts'
import { repliesOf } from './reply-columns.ts'
import { transcriptsOf } from './transcript-columns.ts'

/** What the columns of messages that were cut out of a row mean is known; gives them to their fields. */
export function chooseMessages(
  choices: Map<MappedField, Choice>,
  profiles: readonly Profile[],
  notUnique: ReadonlySet<string>,
): void {
  const columns = profiles.map(({ name }) => name)
  const replies = repliesOf(columns)
  const cut = replies ?? transcriptsOf(columns)
  if (cut === null) return
  const because = replies ? ofReplies : ofTurns
  const ending = (end: string) => profiles.findLast(({ name }) => name.endsWith(`${nestedMark}${end}`))
  assign(choices, 'text', ending(replies ? 'text' : 'said'), because.text)
  assign(choices, 'from', ending('from'), because.from)
  const id = ending('id')
  if (id && !notUnique.has(id.name)) assign(choices, 'externalId', id, because.id)
  const known = choices.get('case')?.column
  if (known && known.values.length === known.rows) return
  const own = profiles.find(({ name }) => name === cut.id)
  assign(choices, 'case', own ?? ending('row'), because.case)
}

const ofReplies = {
  text: 'it holds what the customer wrote and what was answered',
  from: 'an answer is the company’s, and all else the customer’s',
  id: 'an answer has the id of what it answers, and says so',
  case: 'an answer is of one case with what it answers',
}

const ofTurns = {
  text: 'it holds what each speaker said',
  from: 'the speakers tell the sides apart',
  id: 'each turn is numbered within its row',
  case: 'the turns of a row are one case',
}

/** The times of messages: of turns that say the time of day alone, the column with the day, and the one with their clocks. */
export function timesOfMessages(profiles: readonly Profile[]) {
  const time = transcriptsOf(profiles.map(({ name }) => name))?.time
  const clock = profiles.find(({ name }) => name.endsWith(`${nestedMark}clock`))
  const day = profiles.find(({ name }) => name === time)
  return day && clock ? { day, clock } : null
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
