import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { z } from 'zod'
import { Failure, type FailureCode } from '../../../contract/failures.ts'
import { type Auth, clientHeader } from '../../access/auth.ts'
import { isLoopback } from '../../access/loopback.ts'
import type { App, Env } from '../../app.ts'
import { nothingHere } from '../../gate.ts'
import { limitTo } from '../../limit-bodies.ts'

/** What of better-auth is open to the network; nobody signs up by themselves. */
const open =
  /^\/api\/auth\/(sign-in\/(email|social)|callback\/\w+|sign-out|error|(list|revoke)-sessions?|revoke-other-sessions|change-password|two-factor\/(enable|disable|verify-totp|verify-backup-code))$/

export function addAuthRoutes(app: App, auth: Auth): void {
  app.on(['GET', 'POST'], '/api/auth/*', limitTo(), async (context) => {
    if (!open.test(context.req.path)) throw nothingHere()
    const headers = new Headers(context.req.raw.headers)
    headers.set(clientHeader, clientOf(context))
    const response = await auth.handler(new Request(context.req.raw, { headers }))
    if (response.status < 400) return response
    throw await toFailure(response)
  })
}

/** Where the request really came from; a proxy on this machine is believed. */
function clientOf(context: Context<Env>): string {
  const { env } = context
  const isServed = typeof env === 'object' && env !== null && 'incoming' in env
  const peer = isServed ? (getConnInfo(context).remote.address ?? '') : '127.0.0.1'
  const isProxied = isLoopback(peer.replace('::ffff:', ''))
  const forwarded = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return isProxied && forwarded !== undefined ? forwarded : peer
}

const refusalSchema = z.object({ code: z.string().optional(), message: z.string().optional() })

const sentences: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: 'The address or the password is not right.',
  INVALID_PASSWORD: 'The password is not right.',
  PASSWORD_TOO_SHORT: 'A password needs twelve characters or more.',
  INVALID_CODE: 'The code is not right, or it came too late.',
  INVALID_BACKUP_CODE: 'This is not one of the codes kept for emergencies.',
  UNAUTHORIZED: 'You are not signed in.',
}

async function toFailure(response: Response): Promise<Failure> {
  const said = refusalSchema.safeParse(await response.json().catch(() => null))
  const code = said.success ? said.data.code : undefined
  if (response.status === 429) {
    return new Failure('tooMany', 'That was tried too often.', 'Wait a minute, then try again.')
  }
  if (response.status >= 500)
    return new Failure('ourFault', 'Sign-in did not work on our side.', 'Try again.')
  const sentence = code === undefined ? undefined : sentences[code]
  const kind: FailureCode = response.status === 401 ? 'notSignedIn' : 'badInput'
  return new Failure(kind, sentence ?? 'That did not work.', 'Check it and try again.')
}
