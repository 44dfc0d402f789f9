import type { InteractionKind } from '../../../core/interactions/interaction.ts'
import type { DurationUnit, MappedField, TimeFormat } from '../../../core/interactions/mapping.ts'

export const fieldNames: Readonly<Record<MappedField, string>> = {
  time: 'Time',
  openedAt: 'Case opened at',
  case: 'Case',
  inReplyTo: 'The entry it answers',
  account: 'Customer, by number',
  email: 'Customer, by e-mail',
  phone: 'Customer, by phone',
  name: 'Customer, by name',
  to: 'Whom an answer went to',
  text: 'What was said',
  from: 'Who spoke',
  kind: 'Kind of entry',
  channel: 'Channel',
  team: 'Team',
  agent: 'Who answered',
  category: 'Category',
  rating: 'Rating',
  duration: 'Length',
  externalId: 'Id of the entry',
}

export const timeFormats: Readonly<Record<TimeFormat, string>> = {
  iso: '2016-02-29T01:16, as ISO 8601',
  'day-month-year': '29/2/2016, day first',
  'month-day-year': '2/29/2016, month first',
  'year-month-day': '2016/2/29, year first',
  'unix-seconds': '1456708560, seconds since 1970',
  'unix-milliseconds': '1456708560000, milliseconds since 1970',
  spreadsheet: '42429.05, days as spreadsheets count',
}

export const kinds: Readonly<Record<InteractionKind, string>> = {
  message: 'A message',
  call: 'A call',
  visit: 'A visit',
  survey: 'A survey answer',
  leaving: 'A customer who left',
  event: 'An entry of a log',
}

export const durationUnits: Readonly<Record<DurationUnit, string>> = {
  milliseconds: 'Milliseconds',
  seconds: 'Seconds',
  minutes: 'Minutes',
  hours: 'Hours',
  days: 'Days',
  clock: 'Hours:minutes:seconds',
}

/** A choice that a question offers, in words where it is one of our own. */
export function nameOption(field: string, option: string): string {
  return field === 'timeFormat' && option in timeFormats
    ? (Object.entries(timeFormats).find(([format]) => format === option)?.[1] ?? option)
    : option
}
