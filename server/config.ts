import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { Failure } from '../contract/failures.ts'

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
}

const environmentSchema = z.object({
  DATABASE_URL: z.url().optional(),
  OUTSIDE_IN_DATA: z.string().optional(),
  OUTSIDE_IN_HOST: z.string().default('127.0.0.1'),
  OUTSIDE_IN_PORT: z.coerce.number().int().min(0).max(65535).default(4000),
  OUTSIDE_IN_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  OUTSIDE_IN_METRICS_KEY: z.string().min(16, 'it has fewer than 16 characters').optional(),
  OUTSIDE_IN_STOP_SECONDS: z.coerce.number().min(0).max(3600).default(10),
})

/** What the command line says; it wins over the environment. */
export type Stated = {
  readonly data?: string | undefined
  readonly host?: string | undefined
  readonly port?: string | undefined
  readonly log?: string | undefined
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
    const [issue] = parsed.error.issues
    throw new Failure('badInput', `The setting ${issue?.path.join('.')} can’t be used: ${issue?.message}.`)
  }
  const { DATABASE_URL, OUTSIDE_IN_DATA, OUTSIDE_IN_HOST, OUTSIDE_IN_PORT, OUTSIDE_IN_LOG } = parsed.data
  const dataDir = resolve(stated.data ?? OUTSIDE_IN_DATA ?? defaultDataDir())
  const isEmbedded = DATABASE_URL === undefined || stated.data !== undefined
  return {
    store: isEmbedded ? { dataDir } : { databaseUrl: DATABASE_URL, dataDir },
    host: OUTSIDE_IN_HOST,
    port: OUTSIDE_IN_PORT,
    logLevel: OUTSIDE_IN_LOG,
    metricsKey: parsed.data.OUTSIDE_IN_METRICS_KEY ?? null,
    stopSeconds: parsed.data.OUTSIDE_IN_STOP_SECONDS,
  }
}

/** Root's own home is closed to the user that PostgreSQL runs as then. */
function defaultDataDir(): string {
  return process.getuid?.() === 0 ? '/var/lib/outside-in' : join(homedir(), '.outside-in')
}
