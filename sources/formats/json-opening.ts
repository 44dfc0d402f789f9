/**
 * Some systems keep the customer's first message with the ticket (`description`) or conversation (`source.body`) and
 * only what follows in the list of messages. It then becomes a row of its own, before the others.
 */

/** The column that holds the first message; its presence among the columns says that rows are made of first messages. */
export const openingMessage = 'opening message'

const texts = [
  'source.body',
  'description_text',
  'description',
  'body',
  'comment.body',
  'text',
  'message',
  'question',
]
const times = ['created_at', 'createdAt', 'created', 'created_time', 'timestamp', 'date', 'time']

/** The field of a record that holds its first message, as far as the columns go. */
export function openingField(columns: Iterable<string>): string | null {
  const known = new Set(columns)
  return texts.find((name) => known.has(name)) ?? null
}

/** The row of a record's first message: what the record says, its time where the messages have theirs. */
export function openingRow(
  own: ReadonlyMap<string, string>,
  field: string,
  prefix: string,
): Map<string, string> | null {
  const text = own.get(field) ?? ''
  if (text === '') return null
  const row = new Map(own)
  row.set(openingMessage, text)
  for (const name of times) {
    const time = own.get(name)
    if (time) row.set(prefix + name, time)
  }
  return row
}

/** Whether first messages are missing from the lists: told by most records, found among the messages of few. */
export function hasOpenings(
  records: readonly (readonly ReadonlyMap<string, string>[])[],
  prefix: string,
): boolean {
  const field = openingField(records.flatMap((rows) => [...(rows[0]?.keys() ?? [])]))
  if (field === null) return false
  const told = records.filter((rows) => (rows[0]?.get(field) ?? '').split(/\s+/).length >= 3)
  const missing = told.filter((rows) => {
    const text = rows[0]?.get(field)?.trim()
    return !rows.some((row) =>
      [...row].some(([name, value]) => name.startsWith(prefix) && value.trim() === text),
    )
  })
  return told.length >= records.length * 0.5 && missing.length >= told.length * 0.7
}
