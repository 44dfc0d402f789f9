import type { InteractionKind } from './interaction.ts'

/** The fields of an interaction that a column of a source can feed. */
export const mappedFields = [
  'externalId',
  'account',
  'email',
  'phone',
  'name',
  'to',
  'case',
  'inReplyTo',
  'time',
  'openedAt',
  'kind',
  'from',
  'channel',
  'team',
  'agent',
  'text',
  'category',
  'rating',
  'duration',
] as const

export type MappedField = (typeof mappedFields)[number]

/** How the times of a source are written. `fraction` is a part of a day, as spreadsheets store it. */
export type TimeFormat =
  | 'iso'
  | 'day-month-year'
  | 'month-day-year'
  | 'year-month-day'
  | 'unix-seconds'
  | 'unix-milliseconds'
  | 'spreadsheet'

export type DurationUnit = 'milliseconds' | 'seconds' | 'minutes' | 'hours' | 'days' | 'clock'

/**
 * How the columns of a source become interactions. Guessed from names and values, shown with its reasons, and
 * overridden by a file; the same document on the command line, on screen and in the store.
 */
export type Mapping = {
  readonly version: 1
  /** Names the source; interactions are identical when source and external id are. */
  readonly source: string
  /** Column(s) that feed a field. `time` and `openedAt` may take a date column and a time-of-day column. */
  readonly columns: Readonly<Partial<Record<MappedField, readonly string[]>>>
  /** Columns kept as attributes, in the source's order. */
  readonly attributes: readonly string[]
  readonly timeFormat: TimeFormat
  /** IANA zone of times that do not state their own. */
  readonly timeZone: string
  /** Values that mean "not known", such as `?`; the empty value always does. */
  readonly missing: readonly string[]
  /**
   * Of the columns that name the customer, those that name whoever wrote the row: on rows of the company they are not read, and the
   * customer is whom it went to, in `to`. Left out, and with a `from` column: those that are named so.
   */
  readonly writers?: readonly string[]
  /** Values of the `from` column that mean the customer; every other value means the company. */
  readonly customerValues: readonly string[]
  /**
   * A column that names the customer as the `from` column names whoever wrote, such as the requester beside each comment's
   * author: where the two are the same, the customer wrote. Left out: only `customerValues` says so.
   */
  readonly customerColumn?: string
  /**
   * Values of the `from` column that mean the company: addresses, names, or domains written `@example.org`. Where they are given every
   * other value means the customer.
   */
  readonly companyValues?: readonly string[]
  /** What a row is when no column says so. */
  readonly kind: InteractionKind
  /** Values of the `kind` column and what they mean. */
  readonly kindValues: Readonly<Record<string, InteractionKind>>
  /** Words of the `rating` column and the number each means, without regard to case; what it does not name stays an attribute. */
  readonly ratingValues?: Readonly<Record<string, number>>
  readonly durationUnit: DurationUnit
  /** The sheet of a workbook that is read; left out: the first that holds a table, and all with the same columns. */
  readonly sheet?: string
}

/** Names a sheet and leaves all else to the guess. */
export function onlySheet(sheet: string): Mapping {
  return {
    version: 1,
    source: 'workbook',
    columns: {},
    attributes: [],
    timeFormat: 'iso',
    timeZone: 'UTC',
    missing: [],
    customerValues: [],
    kind: 'message',
    kindValues: {},
    durationUnit: 'minutes',
    sheet,
  }
}

/** Whether a mapping says no more than which sheet to read. */
export function isOnlySheet({ sheet, columns, attributes }: Mapping): boolean {
  return sheet !== undefined && Object.keys(columns).length === 0 && attributes.length === 0
}

/** Why a field was mapped as it was, in a sentence a person can check against the file. */
export type MappingReason = {
  readonly field: MappedField | 'timeFormat' | 'timeZone' | 'missing' | 'kind' | 'format'
  readonly columns: readonly string[]
  readonly because: string
}

/** What the values cannot settle; the reader should answer before the numbers are trusted. */
export type MappingQuestion = {
  readonly field: MappedField | 'timeFormat' | 'timeZone' | 'sheet'
  readonly question: string
  readonly options: readonly string[]
  /** What is assumed while nobody answers; `null` when reading must wait for an answer. */
  readonly assumed: string | null
}

export type FileFormat = 'csv' | 'json' | 'jsonl' | 'xes' | 'xlsx' | 'mbox'

/** What was understood of a file before it is read. */
export type Guess = {
  readonly file: string
  readonly format: FileFormat
  /** `utf-8`, `utf-16le`, `latin1`; `gzip` is said in `compressed`. */
  readonly encoding: string
  readonly compressed: boolean
  /** For csv: `,` `;` or tab. */
  readonly delimiter: string | null
  /** For a workbook: the sheets that are read, one after the other. */
  readonly sheets: readonly string[]
  readonly columns: readonly { readonly name: string; readonly examples: readonly string[] }[]
  readonly mapping: Mapping
  readonly reasons: readonly MappingReason[]
  readonly questions: readonly MappingQuestion[]
  /** First rows as the mapping reads them, for a person to check. */
  readonly preview: readonly Readonly<Record<string, string>>[]
}
