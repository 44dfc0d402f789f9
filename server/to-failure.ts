import { HTTPException } from 'hono/http-exception'
import { Failure } from '../contract/failures.ts'

/** Codes of PostgreSQL and of the network that mean: the store can't be reached now. */
const storeIsDown = /^(ECONNREFUSED|ECONNRESET|EPIPE|57P0[1-3]|08\w{3}|53300)$/
/** What is said without a code (an error of another thread has none) when the store went away in the middle. */
const connectionLost =
  /^(Connection terminated|terminating connection|the database system is|Client has encountered a connection error|Cannot use a pool after)/

/** PostgreSQL's codes for a character that no text of its can hold. */
const nullCharacter = /^(22021|22P05)$/

/** Turns whatever was thrown into a refusal that a person can act on; what nobody foresaw is our fault. */
export function toFailure(error: unknown): Failure {
  if (error instanceof Failure) return error
  const { code, message, hint } = describe(error)
  if (isRefusal(error)) return new Failure('badInput', message, hint)
  if (error instanceof HTTPException && error.status < 500) {
    return new Failure(
      'badInput',
      `The request can’t be read: ${message}.`,
      'See /api/openapi.json for its form.',
    )
  }
  if (code !== null && nullCharacter.test(code)) {
    return new Failure('badInput', 'A null character can’t be part of a text here.', 'Leave it out.')
  }
  if (code === 'ENOSPC' || code === '53100' || message.includes('No space left on device')) {
    return new Failure(
      'storeDown',
      'The disk is full; nothing was half-written.',
      'Free some space, then run the same command again: it goes on where it stopped.',
    )
  }
  if ((code !== null && storeIsDown.test(code)) || isSocketGone(error) || connectionLost.test(message)) {
    return new Failure(
      'storeDown',
      'The database can’t be reached.',
      'Try again in a moment; nothing is lost.',
    )
  }
  if (hint !== '') return new Failure('storeDown', message, hint)
  return new Failure('ourFault', 'Something went wrong on our side.', 'Try again; the log has the details.')
}

/** Our own PostgreSQL listens at a file: gone, the server is. Any other missing file is something else. */
function isSocketGone(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === 'ENOENT' &&
    'syscall' in error &&
    error.syscall === 'connect'
  )
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'refusal' in error && error.refusal === true
}

function describe(error: unknown): { code: string | null; message: string; hint: string } {
  if (!(error instanceof Error)) return { code: null, message: String(error), hint: '' }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  const hint = 'hint' in error && typeof error.hint === 'string' ? error.hint : ''
  return { code, message: error.message, hint }
}
