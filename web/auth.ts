import { noAnswer, toFailure } from './client.ts'

/** A place from which somebody is signed in. */
export type Session = {
  readonly token: string
  readonly createdAt: string
  readonly userAgent: string | null
  readonly ipAddress: string | null
}

/** Signing in and out, which the contract leaves to better-auth. */
export const auth = {
  /** True when a code of the second factor must follow. */
  signIn: async (email: string, password: string): Promise<boolean> => {
    const reply = await ask<{ twoFactorRedirect?: boolean }>('sign-in/email', { email, password })
    return reply.twoFactorRedirect === true
  },
  verifyCode: (code: string) =>
    /^\d{6}$/.test(code)
      ? ask('two-factor/verify-totp', { code })
      : ask('two-factor/verify-backup-code', { code }),
  /** Where the company's own sign-in is, which leads on to the address `next` of ours. */
  companySignIn: async (next: string): Promise<string> =>
    (await ask<{ url: string }>('sign-in/social', { provider: 'company', callbackURL: next })).url,
  signOut: () => ask('sign-out', {}),
  listSessions: () => ask<readonly Session[]>('list-sessions'),
  revokeSession: (token: string) => ask('revoke-session', { token }),
  changePassword: (currentPassword: string, newPassword: string) =>
    ask('change-password', { currentPassword, newPassword, revokeOtherSessions: true }),
  beginSecondFactor: (password: string) =>
    ask<{ totpURI: string; backupCodes: readonly string[] }>('two-factor/enable', { password }),
  endSecondFactor: (password: string) => ask('two-factor/disable', { password }),
} as const

async function ask<T = unknown>(path: string, body?: unknown): Promise<T> {
  const sent =
    body === undefined
      ? {}
      : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const response = await fetch(`/api/auth/${path}`, sent).catch(() => {
    throw noAnswer()
  })
  if (!response.ok) throw toFailure(await response.text(), response.status)
  return response.json()
}
