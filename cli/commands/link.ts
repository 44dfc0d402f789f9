import { Failure } from '../../contract/failures.ts'
import { makeLinkFor } from '../../server/access/invite.ts'
import { parseArguments } from '../arguments.ts'
import type { ExitCode } from '../main.ts'
import { openKept } from '../open-kept.ts'
import { explain, print } from '../terminal.ts'

/** Makes a one-time link for somebody who lost their password, a keeper too. */
export async function runLink(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArguments('link', args, { data: { type: 'string' } })
  const [email] = positionals
  if (email === undefined || positionals.length > 1) {
    throw new Failure('badInput', 'Say for whom.', 'outside-in link ann@example.org')
  }
  const service = await openKept(values.data)
  try {
    const link = await makeLinkFor(service, email)
    const { access, host, port } = service.config
    await print(`${access.url === null ? `http://${host}:${port}` : ''}${link}\n`)
    explain('Hand it over; it opens once, for a week, sets a new password and ends their sessions.', '')
    return 0
  } finally {
    await service.store.close()
  }
}
