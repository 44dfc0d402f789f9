import { betterAuth } from 'better-auth'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import { openKysely } from '../../store/postgres/kysely.ts'
import type { Service } from '../service.ts'
import { readSecret } from './secret.ts'

export type Auth = ReturnType<typeof makeAuth>

/** The header in which the gate tells from where a request really came. */
export const clientHeader = 'x-outside-in-client'
export const oidcName = 'company'

const days = 24 * 60 * 60

/**
 * Sign-in by better-auth, on our own pool and in tables of ours. Nobody signs up by themselves: people come by a
 * one-time link, or by the word of another system for an address that was let in before.
 */
export function makeAuth({ store, config }: Pick<Service, 'store' | 'config'>) {
  const { access, host, port } = config
  const baseURL = access.url ?? `http://${host}:${port}`
  return betterAuth({
    appName: 'Outside-In',
    baseURL,
    basePath: '/api/auth',
    secret: readSecret(config),
    database: { db: openKysely(store.pool), type: 'postgres', transaction: true },
    trustedOrigins: (request) => (request === undefined ? [] : [new URL(request.url).origin]),
    logger: { disabled: true },
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 200 },
    user: { modelName: 'people', additionalFields: { isKeeper: { type: 'boolean', input: false } } },
    session: { modelName: 'sessions', expiresIn: 14 * days, disableSessionRefresh: true },
    account: { modelName: 'accounts', encryptOAuthTokens: true },
    verification: { modelName: 'verifications' },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rateLimits',
      window: 60,
      max: 100,
      customRules: { '/sign-in/email': { window: 60, max: 10 }, '/two-factor/*': { window: 60, max: 10 } },
    },
    advanced: {
      cookiePrefix: 'outside-in',
      useSecureCookies: baseURL.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [clientHeader] },
    },
    plugins: [
      twoFactor({ issuer: 'Outside-In', schema: { twoFactor: { modelName: 'secondFactors' } } }),
      genericOAuth({ config: access.oidc === null ? [] : [toProvider(access.oidc)] }),
    ],
  })
}

function toProvider({
  issuer,
  clientId,
  clientSecret,
}: {
  issuer: string
  clientId: string
  clientSecret: string
}) {
  return {
    providerId: oidcName,
    discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    requireIdTokenVerification: true,
    clientId,
    clientSecret,
    scopes: ['openid', 'profile', 'email'],
    pkce: true,
    disableSignUp: true,
  }
}
