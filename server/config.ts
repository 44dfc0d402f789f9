import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { Failure } from '../contract/failures.ts'
import { sayMisfit } from '../core/base/say-misfit.ts'
import { isLoopback } from './access/loopback.ts'

/** Where facts are kept: a folder with a PostgreSQL of our own, or any PostgreSQL by address. */
export type StorePlace =
  | { readonly dataDir: string }
  | { readonly databaseUrl: string; readonly dataDir: string }

export type Config = {
  readonly store: StorePlace
  readonly host: string
  readonly port: number
  readonly logLevel: string
  /** What Prometheus must show to read the metrics; null lets this machine read them. */
  readonly metricsKey: string | null
  /** How long a stop waits for what is being answered. */
  readonly stopSeconds: number
  readonly access: AccessConfig
  /** Left out: nothing is asked of anybody, which is the default. */
  readonly endpoint?: EndpointConfig
  readonly ownEndpoints: OwnEndpointsConfig
  /** Whether connectors may reach this machine or the network behind it. */
  readonly connectors: { readonly mayBePrivate: boolean }
}

/** How the server takes endpoints that workspaces name themselves. */
export type OwnEndpointsConfig = {
  /** Whether they may be of this machine or the network behind it, which whoever names one could feel out. */
  readonly mayBePrivate: boolean
  readonly timeoutSeconds: number
}

/** An OpenAI-compatible endpoint that may be asked what texts mean, and for better names. */
export type EndpointConfig = {
  /** Up to and with the version: `https://api.example.com/v1`. */
  readonly url: string
  readonly key: string | null
  readonly embeddingModel: string | null
  readonly wordingModel: string | null
  readonly tokensAReading: number
  readonly tokensAMonth: number
  readonly timeoutSeconds: number
  /** Whether it must not lead to this machine or the network behind it. */
  readonly isGuarded: boolean
}

/** How people reach this server and show who they are. */
export type AccessConfig = {
  /** The address that people type, when it is not the host and port themselves: behind a proxy, say. */
  readonly url: string | null
  /** Signs cookies and seals secrets; null: one of our own beside the data. */
  readonly secret: string | null
  /** Another system that speaks for people, by OpenID Connect. */
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | null
}

export const openAccess: AccessConfig = { url: null, secret: null, oidc: null }

const environmentSchema = z.object({
  DATABASE_URL: z.url().optional(),
  OUTSIDE_IN_DATA: z.string().optional(),
  OUTSIDE_IN_HOST: z.string().default('127.0.0.1'),
  OUTSIDE_IN_PORT: z.coerce.number().int().min(0).max(65535).default(4000),
  OUTSIDE_IN_URL: z.url({ protocol: /^https?$/ }).optional(),
  OUTSIDE_IN_SECRET: z.string().min(32).optional(),
  OUTSIDE_IN_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OUTSIDE_IN_OIDC_CLIENT: z.string().optional(),
  OUTSIDE_IN_OIDC_SECRET: z.string().optional(),
  OUTSIDE_IN_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  OUTSIDE_IN_METRICS_KEY: z.string().min(16, 'it has fewer than 16 characters').optional(),
  OUTSIDE_IN_STOP_SECONDS: z.coerce.number().min(0).max(3600).default(10),
  OUTSIDE_IN_ENDPOINT_URL: z.url({ protocol: /^https?$/ }).optional(),
  OUTSIDE_IN_ENDPOINT_KEY: z.string().optional(),
  OUTSIDE_IN_EMBEDDING_MODEL: z.string().min(1).optional(),
  OUTSIDE_IN_WORDING_MODEL: z.string().min(1).optional(),
  OUTSIDE_IN_TOKENS_A_READING: z.coerce.number().int().positive().default(1_000_000),
  OUTSIDE_IN_TOKENS_A_MONTH: z.coerce.number().int().positive().default(5_000_000),
  OUTSIDE_IN_ENDPOINT_TIMEOUT: z.coerce.number().positive().max(600).default(30),
  OUTSIDE_IN_PRIVATE_ENDPOINTS: z.enum(['yes', 'no']).optional(),
})

/** What the command line says; it wins over the environment. */
export type Stated = {
  readonly data?: string | undefined
  readonly host?: string | undefined
  readonly port?: string | undefined
  readonly log?: string | undefined
  /** False for a process that only works: whom its server lets in, it cannot tell. */
  readonly listens?: boolean | undefined
}

/** The only place that reads the environment; what the command line states wins over it. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  stated: Stated,
): Config {
  const parsed = environmentSchema.safeParse({
    ...environment,
    ...(stated.host === undefined ? {} : { OUTSIDE_IN_HOST: stated.host }),
    ...(stated.port === undefined ? {} : { OUTSIDE_IN_PORT: stated.port }),
    OUTSIDE_IN_LOG: environment.OUTSIDE_IN_LOG ?? stated.log,
  })
  if (!parsed.success) {
    throw new Failure(
      'badInput',
      sayMisfit(parsed.error.issues[0]),
      'It is a setting: docs/running.md lists them.',
    )
  }
  const { DATABASE_URL, OUTSIDE_IN_DATA, OUTSIDE_IN_HOST, OUTSIDE_IN_PORT, OUTSIDE_IN_LOG } = parsed.data
  const dataDir = resolve(stated.data ?? OUTSIDE_IN_DATA ?? defaultDataDir())
  const ownEndpoints = ownEndpointsOf(parsed.data)
  const isSaid = parsed.data.OUTSIDE_IN_PRIVATE_ENDPOINTS === 'yes'
  const isEmbedded = DATABASE_URL === undefined || stated.data !== undefined
  return {
    store: isEmbedded ? { dataDir } : { databaseUrl: DATABASE_URL, dataDir },
    host: OUTSIDE_IN_HOST,
    port: OUTSIDE_IN_PORT,
    logLevel: OUTSIDE_IN_LOG,
    metricsKey: parsed.data.OUTSIDE_IN_METRICS_KEY ?? null,
    stopSeconds: parsed.data.OUTSIDE_IN_STOP_SECONDS,
    access: readAccess(parsed.data),
    ...endpointOf(parsed.data),
    ownEndpoints,
    connectors: { mayBePrivate: ownEndpoints.mayBePrivate && (stated.listens !== false || isSaid) },
  }
}

function readAccess(found: z.infer<typeof environmentSchema>): AccessConfig {
  const { OUTSIDE_IN_URL, OUTSIDE_IN_SECRET } = found
  const issuer = found.OUTSIDE_IN_OIDC_ISSUER
  const clientId = found.OUTSIDE_IN_OIDC_CLIENT
  const clientSecret = found.OUTSIDE_IN_OIDC_SECRET
  const isWhole = issuer !== undefined && clientId !== undefined && clientSecret !== undefined
  if (!isWhole && (issuer ?? clientId ?? clientSecret) !== undefined) {
    throw new Failure(
      'badInput',
      'Sign-in by OpenID Connect needs three settings, and not all are there.',
      'Set OUTSIDE_IN_OIDC_ISSUER, OUTSIDE_IN_OIDC_CLIENT and OUTSIDE_IN_OIDC_SECRET.',
    )
  }
  return {
    url: OUTSIDE_IN_URL ?? null,
    secret: OUTSIDE_IN_SECRET ?? null,
    oidc: isWhole ? { issuer, clientId, clientSecret } : null,
  }
}

function endpointOf(data: z.infer<typeof environmentSchema>): Pick<Config, 'endpoint'> {
  const { OUTSIDE_IN_ENDPOINT_URL: url, OUTSIDE_IN_EMBEDDING_MODEL, OUTSIDE_IN_WORDING_MODEL } = data
  const isModelNamed = OUTSIDE_IN_EMBEDDING_MODEL !== undefined || OUTSIDE_IN_WORDING_MODEL !== undefined
  if (url === undefined && !isModelNamed) return {}
  if (url === undefined || !isModelNamed) {
    throw new Failure(
      'badInput',
      'An endpoint needs its address and at least one model.',
      'Set OUTSIDE_IN_ENDPOINT_URL, and OUTSIDE_IN_EMBEDDING_MODEL or OUTSIDE_IN_WORDING_MODEL or both.',
    )
  }
  const endpoint = {
    url: url.replace(/\/+$/, ''),
    key: data.OUTSIDE_IN_ENDPOINT_KEY ?? null,
    embeddingModel: OUTSIDE_IN_EMBEDDING_MODEL ?? null,
    wordingModel: OUTSIDE_IN_WORDING_MODEL ?? null,
    tokensAReading: data.OUTSIDE_IN_TOKENS_A_READING,
    tokensAMonth: data.OUTSIDE_IN_TOKENS_A_MONTH,
    timeoutSeconds: data.OUTSIDE_IN_ENDPOINT_TIMEOUT,
    isGuarded: false,
  }
  return { endpoint }
}

/** Unless it is said: where only whoever sits at this machine reaches the server, nobody gains by it. */
function ownEndpointsOf(data: z.infer<typeof environmentSchema>): OwnEndpointsConfig {
  const said = data.OUTSIDE_IN_PRIVATE_ENDPOINTS
  const isAtHome = isLoopback(data.OUTSIDE_IN_HOST) && data.OUTSIDE_IN_URL === undefined
  return {
    mayBePrivate: said === undefined ? isAtHome : said === 'yes',
    timeoutSeconds: data.OUTSIDE_IN_ENDPOINT_TIMEOUT,
  }
}

/** Root's own home is closed to the user that PostgreSQL runs as then. */
function defaultDataDir(): string {
  return process.getuid?.() === 0 ? '/var/lib/outside-in' : join(homedir(), '.outside-in')
}
