import { type Instant, toDay } from '../base/time.ts'

/** The subject of an answer: with one “Re: ”, whatever language's stood there already. */
export function replySubject(subject: string | null): string {
  const bare = (subject ?? '')
    .replace(/[\r\n\t]+/g, ' ')
    .trim()
    .replace(/^(?:(?:re|aw|sv|vs|antw|ref|rif)\s*(?:\[\d+\])?\s*:\s*)+/i, '')
  return bare === '' ? 'Re: your message' : `Re: ${bare}`
}

/** What is answered, below the answer, each line marked (RFC 3676); nothing where there were no words. */
export function quoteBelow({
  answer,
  text,
  subject,
  at,
}: {
  readonly answer: string
  readonly text: string | null
  readonly subject: string | null
  readonly at: Instant | null
}): string {
  const words = withoutSubject(text?.trim() ?? '', subject?.trim() ?? '')
  if (words === '') return `${answer.trim()}\n`
  const when = at === null ? '' : ` on ${toDay(at)}`
  const quoted = words.split(/\r?\n/).map((line) => (line === '' ? '>' : `> ${line}`))
  return `${answer.trim()}\n\nYou wrote${when}:\n${quoted.join('\n')}\n`
}

/** An opening mail is kept with its subject before its words; below an answer that has it too, it stays out. */
function withoutSubject(text: string, subject: string): string {
  return subject !== '' && text.startsWith(`${subject}\n\n`) ? text.slice(subject.length + 2) : text
}
