import type { MappedField, MappingQuestion } from '../../core/interactions/mapping.ts'
import { chatColumns } from '../formats/chat.ts'
import { nestedMark } from '../formats/json-cells.ts'
import { assign, type Choice } from '../guess/choose-fields.ts'
import type { Profile } from '../guess/profile.ts'
import { repliesOf } from './reply-columns.ts'
import { transcriptsOf } from './transcript-columns.ts'
import { sideOfLabel } from './transcript-sides.ts'

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
  give(choices, 'text', ending(replies ? 'text' : 'said'), because.text)
  give(choices, 'from', ending('from'), because.from)
  const id = ending('id')
  if (id && !notUnique.has(id.name)) give(choices, 'externalId', id, because.id)
  const known = choices.get('case')?.column
  if (known && known.values.length === known.rows) return
  const own = profiles.find(({ name }) => name === cut.id)
  give(choices, 'case', own ?? ending('row'), because.case)
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

function give(
  choices: Map<MappedField, Choice>,
  field: MappedField,
  column: Profile | undefined,
  because: string,
): void {
  if (column !== undefined) assign(choices, field, { column, because })
}

/** Of a chat between names, nothing says whose side they are on but words such as Support in them. */
export function chooseSpeakers(choices: Map<MappedField, Choice>, profiles: readonly Profile[]) {
  const isChat = profiles.map(({ name }) => name).join() === chatColumns.join()
  const speakers = isChat ? profiles.find(({ name }) => name === 'speaker') : undefined
  if (speakers === undefined) return null
  give(choices, 'from', speakers, 'it names whoever wrote')
  give(
    choices,
    'name',
    profiles.find(({ name }) => name === 'name'),
    'customers have no other name in a chat',
  )
  const names = [...speakers.distinct.keys()]
  const ofCompany = names.filter((name) => sideOfLabel(name) === 'company')
  const quoted = names.slice(0, mostNamed).map((name) => `"${name}"`)
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : ''
  const question: MappingQuestion = {
    field: 'from',
    question: `Which of those who write in this chat are customers? They are ${quoted.join(', ')}${more}. Tick theirs among the values of "speaker".`,
    options: ['speaker'],
    assumed:
      ofCompany.length === 0
        ? 'all messages are from customers'
        : `all messages are from customers but those of ${ofCompany.map((name) => `"${name}"`).join(', ')}`,
  }
  return { customerValues: names.filter((name) => !ofCompany.includes(name)), question }
}

const mostNamed = 12
