import pg from 'pg'
import { explainWrite } from './folders.ts'
import { systemCode } from './problem.ts'

/** `busy`: it starts, recovers or shuts down, and will either open or be gone soon. */
export type Answer = pg.Client | 'busy' | 'nobody'

/** SQLSTATE codes of a server that cannot talk now: shutting down, crashed a backend, cannot connect now. */
const busyCodes = ['57P01', '57P02', '57P03', 'ECONNRESET', 'EPIPE']

/** Tries to enter the server behind a socket folder, and to register there as one of its users. */
export async function knock(socketFolder: string, usersLock: number): Promise<Answer> {
  const client = new pg.Client({ host: socketFolder, port: 5432, user: 'outside_in', database: 'postgres' })
  // A connection that breaks between two statements says so here; the statement that meets it fails by itself.
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1)', [usersLock])
    client.removeAllListeners('error')
    return client
  } catch (error) {
    await client.end().catch(() => {})
    return toAnswer(error, socketFolder)
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

function toAnswer(error: unknown, socketFolder: string): Answer {
  const code = systemCode(error)
  if (code === 'ENOENT' || code === 'ECONNREFUSED') return 'nobody'
  if (code !== null && busyCodes.includes(code)) return 'busy'
  if (error instanceof Error && error.message.startsWith('Connection terminated')) return 'busy'
  throw explainWrite(error, socketFolder)
}
