import type { CauseModel } from '../../core/causes/cause-model.ts'
import type { EndpointShare } from '../../core/causes/prepare-understanding.ts'
import type { ReadingSettings } from '../../core/issues/settings.ts'
import type { Store } from '../../store/open.ts'
import { inTransaction } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { type HeardReason, streamReasons } from '../readings/sample-reasons.ts'
import type { Budget } from './budget.ts'
import { askMeanings, engineOf } from './meanings.ts'
import type { EndpointUse, MeantReasons } from './meanings-for-reading.ts'
import { wordCauses } from './word-causes.ts'

type Where = {
  readonly pool: Store['pool']
  readonly scope: Scope
  readonly use: EndpointUse | null
  readonly settings: ReadingSettings
}

type Found = {
  readonly meant: MeantReasons
  readonly heard: readonly HeardReason[]
  readonly found: CauseModel | null
}

/** Causes as the endpoint words them, and how far it took part; null where none is configured. */
export type Asked = { readonly causes: CauseModel | null; readonly share: EndpointShare | null }

/** Asks, after causes were found, for the meaning of the reasons outside the sample and for better names. */
export async function askFurther(where: Where, { meant, heard, found }: Found): Promise<Asked> {
  const { pool, scope, use } = where
  if (use === null) return { causes: found, share: null }
  const all = meant.engine === null ? countBuiltIn(meant, heard) : await askAll(where, use, meant.engine)
  const isWorded = use.config.wordingModel !== null && found !== null
  const words = isWorded ? await wordCauses(pool, scope, use, { causes: found, reasons: heard }) : null
  return {
    causes: words?.causes ?? found,
    share: {
      engine: engineOf(use.config) ?? use.config.wordingModel ?? '',
      ...all,
      worded: words?.worded ?? 0,
      because: all.because ?? words?.because ?? null,
    },
  }
}

function countBuiltIn({ because }: MeantReasons, heard: readonly HeardReason[]) {
  return { given: 0, builtIn: heard.length, because }
}

/** Reasons asked for at a time: so many are in memory. */
const atATime = 2000

/** Every reason there is, the sample's from memory of what was answered. */
async function askAll({ pool, scope, settings }: Where, use: EndpointUse, engine: string) {
  const { post, budget, at } = use
  const asking = { pool, scope, post, budget, model: use.config.embeddingModel ?? '', engine, at }
  const counts = { given: 0, builtIn: 0 }
  let because: string | null = null
  const ask = async (reasons: readonly HeardReason[]) => {
    // Once silent, it is not asked again in this reading.
    const found = await askMeanings(
      because === null ? asking : { ...asking, budget: closed(because) },
      reasons,
    )
    because = found.because
    const given = reasons.filter(({ text }) => found.vectors.has(text)).length
    counts.given += given
    counts.builtIn += reasons.length - given
  }
  await inTransaction(pool, async (client) => {
    let waiting: HeardReason[] = []
    for await (const reasons of streamReasons(client, scope, { settings, share: 1 })) {
      waiting.push(...reasons)
      if (waiting.length < atATime) continue
      await ask(waiting)
      waiting = []
    }
    await ask(waiting)
  })
  return { ...counts, because }
}

/** A budget that refuses all, for the reason given. */
function closed(because: string): Budget {
  return { refuse: () => because, spend: async () => {} }
}
