import type { InteractionKind } from '../../core/interactions/interaction.ts'
import type { MappedField } from '../../core/interactions/mapping.ts'
import type { Profile } from '../guess/profile.ts'
import { automaticValues, isMailbox, type mailColumns } from './mail-columns.ts'

type MailColumn = (typeof mailColumns)[number]
type Choice = { readonly column: Profile; readonly because: string }

/** What feeds what in a mailbox: its columns are written by the reader, and need no guess. */
export type MailChoices = {
  readonly fields: ReadonlyMap<MappedField, Choice>
  readonly to: Choice
  readonly kind: Choice & { readonly kindValues: Readonly<Record<string, InteractionKind>> }
}

export function chooseMail(profiles: readonly Profile[]): MailChoices | null {
  if (!isMailbox(profiles.map(({ name }) => name))) return null
  const named = (name: MailColumn) => profiles.find((column) => column.name === name)
  const choose = (name: MailColumn, because: string): [Choice] | [] => {
    const column = named(name)
    return column === undefined ? [] : [{ column, because }]
  }
  const [to] = choose('To', 'answers went to whom it names')
  const [automatic] = choose('Automatic', 'what a machine sent is nobody turning to anybody')
  if (to === undefined || automatic === undefined) return null
  const isThreaded = standsInAll(profiles, 'Thread')
  const told: readonly (readonly [MappedField, readonly Choice[]])[] = [
    ['externalId', choose('Message-ID', 'each mail has its own')],
    isThreaded
      ? ['case', choose('Thread', 'the mailbox says which thread each mail is of')]
      : ['inReplyTo', choose('In-Reply-To', 'each answer names the mail that it answers')],
    ['email', choose('From', 'it names who wrote the mail')],
    ['text', choose('Body', 'it holds what was written, without quoted replies and signatures')],
    ['channel', choose('Channel', 'all are mails')],
  ]
  const kindValues = Object.fromEntries(automaticValues.map((value) => [value, 'event' as const]))
  return {
    fields: new Map(told.flatMap(([field, [choice]]) => (choice ? [[field, choice]] : []))),
    to,
    kind: { ...automatic, kindValues },
  }
}

/** Of the mails that people wrote. */
function standsInAll(profiles: readonly Profile[], name: MailColumn): boolean {
  const cellsOf = (wanted: MailColumn) => profiles.find((column) => column.name === wanted)?.cells ?? []
  const automatic = cellsOf('Automatic')
  const written = cellsOf(name).filter((_, at) => (automatic[at] ?? '') === '')
  return written.length > 0 && written.every((value) => value !== '')
}
