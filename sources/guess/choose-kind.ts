import type { InteractionKind } from '../../core/interactions/interaction.ts'
import type { Choices } from './choose-fields.ts'
import { isListed, type Profile } from './profile.ts'
import { customerValuesOf } from './sides.ts'

export type KindChoice = { readonly kind: InteractionKind; readonly because: string }

/** What a row is when no column says so. */
export function chooseKind(choices: Choices, profiles: readonly Profile[], isLog: boolean): KindChoice {
  const names = profiles.map(({ words }) => words).join(' | ')
  if (
    choices.has('duration') &&
    !isLog &&
    /\btalk ?time\b/.test(names) &&
    /\bcall (type|direction)\b/.test(names)
  )
    return { kind: 'call', because: 'the columns speak of calls' }
  if (choices.has('text')) {
    if (
      choices.has('rating') &&
      !isConversation(choices) &&
      isSurvey(names, choices) &&
      !choices.has('from') &&
      !isTicket(choices, names)
    ) {
      return { kind: 'survey', because: 'rows hold a rating and a comment, as answers to a survey do' }
    }
    const side =
      choices.has('from') || isLog ? '' : "; no column says who wrote it, so it is taken for the customer's"
    return { kind: 'message', because: `rows hold text that someone wrote${side}` }
  }
  if (/\b(technician|appointment|work order)\b/.test(names) && !/\b(activity|event)\b/.test(names))
    return { kind: 'visit', because: 'the columns speak of visits, and none holds text' }
  if (
    telephony.test(names) ||
    (choices.has('duration') && choices.has('phone') && choices.has('from') && !isLog) ||
    (!isLog && choices.has('duration') && isTelephone(choices.get('channel')?.column))
  ) {
    return { kind: 'call', because: 'the columns speak of calls' }
  }
  if (choices.has('rating') && !choices.has('case') && !isLog) {
    return { kind: 'survey', because: 'rows hold a rating and no case' }
  }
  if (
    /\b(left (on|at)|(churn|leaving|cancell?ation) date|churned (on|at)|contract ended (on|at))\b/.test(names)
  ) {
    return { kind: 'leaving', because: 'rows say when a customer left' }
  }
  if (isLog)
    return { kind: 'event', because: 'several rows tell of one case and none holds text: a log of events' }
  return { kind: 'event', because: 'rows hold no text: each is taken for an entry of a log' }
}

/** Most cases have several rows; that some answer a survey twice makes none. */
function isConversation(choices: Choices): boolean {
  const caseOf = choices.get('case')?.column
  return caseOf !== undefined && caseOf.distinct.size < caseOf.rows * 0.6
}

/** What is noted of calls was written by our own people, and was said to nobody. */
export function areCallNotes({ words }: Profile, profiles: readonly Profile[]): boolean {
  const names = profiles.map((column) => column.words).join(' | ')
  return /^(call )?(comments?|notes?|remarks?|activity details)$/.test(words) && telephony.test(names)
}

function isTelephone(channel: Profile | undefined): boolean {
  const values = [...(channel?.distinct.keys() ?? [])]
  return values.length > 0 && values.every((value) => /^(voice|calls?|phone|telephone)$/i.test(value))
}

/** Tickets have a subject or a priority, and may hold how their customers rated them. */
function isTicket(choices: Choices, names: string): boolean {
  return (
    choices.has('case') &&
    (/\b(subject|summary|title|description)$/.test(choices.get('text')?.column.lastWords ?? '') ||
      (/(^|\| )(ticket |case )?priority( \||$)/.test(names) &&
        !/\b(response id|survey (id|date))\b/.test(names)))
  )
}

const telephony =
  /\bcall (id|number|date|time|duration)\b|\btalk ?(time|duration)\b|\bmissed call\b|\b(ani|dnis|ivr)\b|\bin call\b|\binitiation method\b/

function isSurvey(names: string, choices: Choices): boolean {
  // A form by which people write to a company may ask how easy that was.
  if (/\byour message\b|\btell us what happened\b/.test(names)) return false
  const isAsked =
    /\b(survey|nps|csat|response|respondent|recommend|how would you|scale of|score|review|stars)\b/.test(
      names,
    )
  const text = choices.get('text')?.column.words ?? ''
  return isAsked || /\b(satisfaction|rating) (comments?|feedback|reason)\b/.test(text)
}

const kindWords: readonly (readonly [RegExp, InteractionKind])[] = [
  [/^(call|phone|phone call|voice|telephone|inbound call|outbound call)s?$/i, 'call'],
  [/^(message|chat|e-?mail|sms|reply|comment|text|note|web|whatsapp|social)s?$/i, 'message'],
  [/^(visit|branch|store|meeting|in person|appointment)s?$/i, 'visit'],
  [/^(survey|nps|csat|rating|feedback)s?$/i, 'survey'],
  [/^(left|leaving|churn(ed)?|cancell?ed|cancellation|contract ended|account closed)$/i, 'leaving'],
  [/^(event|status change|transfer|assignment|system|log|task)s?$/i, 'event'],
]

/** A column whose every value is a word for a kind of interaction, and more than one kind; or one that tells notes from messages. */
export function findKindColumn(choices: Choices, profiles: readonly Profile[]) {
  return findNamedKinds(choices, profiles) ?? findNotes(choices, profiles)
}

/** What is private among messages, and never the customer's, is a note of our own: an entry of a log, no word to the customer. */
function findNotes(choices: Choices, profiles: readonly Profile[]) {
  const [text, from] = [choices.get('text')?.column, choices.get('from')?.column]
  if (!text || !from) return null
  const ofCustomer = new Set(customerValuesOf(from))
  let most = 0
  let found: ReturnType<typeof findNamedKinds> = null
  for (const column of profiles) {
    const isNote = isListed(column) === isListed(text) ? tellsNotes(column) : null
    if (isNote === null) continue
    const values = [...column.distinct.keys()]
    if (column.cells.some((value, at) => isNote(value) && ofCustomer.has(from.cells[at] ?? ''))) continue
    const notes = column.cells.filter(isNote).length
    if (notes <= most) continue
    most = notes
    const kindValues: Record<string, InteractionKind> = Object.fromEntries(
      values.map((value) => [value, isNote(value) ? 'event' : 'message']),
    )
    found = { column, kindValues, because: 'it tells notes of our own from messages' }
  }
  return found
}

const noteWords =
  /^(private|agents|note|internal( note)?|whisper|line ?item|event|system( message)?|notify|((default|away_mode)[ _])?assignment|snoozed|close|open|\w+_note|\w+_change)$/i

/** Which values of a column mean notes and what a system notes; null where it tells none. */
function tellsNotes({ words, lastWords, distinct }: Profile): ((value: string) => boolean) | null {
  const values = [...distinct.keys()]
  if (values.length < 2 || values.length > 12) return null
  const named = /^(?:is |comments? |message )?(private|internal|public)( note| comment)?$/.exec(words)?.[1]
  if (named !== undefined && values.every((value) => /^(true|false|1|0|yes|no)$/i.test(value)))
    return (value) => value !== '' && /^(true|1|yes)$/i.test(value) === (named !== 'public')
  const isTold = /^((message|part|thread|comment) )?type$|^visibility$/.test(lastWords)
  const notes = values.filter((value) => noteWords.test(value))
  return isTold && notes.length > 0 && notes.length < values.length ? (value) => noteWords.test(value) : null
}

function findNamedKinds(choices: Choices, profiles: readonly Profile[]) {
  const text = choices.get('text')?.column
  for (const column of profiles) {
    if (text && isListed(text) && !isListed(column)) continue
    if (!/^(kind|type|(interaction|activity|event|record|media) type)$/.test(column.words)) continue
    const pairs = [...column.distinct.keys()].map((value) => [value, kindOf(value)] as const)
    const known = pairs.filter((pair): pair is readonly [string, InteractionKind] => pair[1] !== null)
    if (known.length === pairs.length && new Set(known.map(([, kind]) => kind)).size > 1) {
      return {
        column,
        kindValues: Object.fromEntries(known),
        because: 'its values are kinds of interactions',
      }
    }
  }
  return null
}

function kindOf(value: string): InteractionKind | null {
  for (const [pattern, kind] of kindWords) if (pattern.test(value)) return kind
  return null
}
