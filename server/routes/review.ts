import { findReview, type ReviewItem as ReviewItemJson } from '../../contract/review.ts'
import { cannotSay } from '../../core/base/cannot-say.ts'
import type { Understanding } from '../../core/causes/read-customer.ts'
import { correctSignals } from '../../core/signals/corrections/correct-signals.ts'
import type { Correction } from '../../core/signals/corrections/correction.ts'
import { estimateRecall, type JudgedMessage } from '../../core/signals/corrections/estimate-recall.ts'
import { estimateAgreement, estimatePrecision } from '../../core/signals/corrections/measure-signals.ts'
import { orderReview, type ReviewItem } from '../../core/signals/corrections/order-review.ts'
import { learnedMethod } from '../../core/signals/learning/learn-signals.ts'
import { signalMethod } from '../../core/signals/read-signals.ts'
import { signalKinds } from '../../core/signals/signal.ts'
import { countCorrectionsSinceReading, listCorrections } from '../../store/corrections.ts'
import { listInteractions, type StoredInteraction } from '../../store/interactions.ts'
import { listReviewCandidates } from '../../store/review-candidates.ts'
import type { Scope } from '../../store/scope.ts'
import type { App } from '../app.ts'
import { currentUnderstanding } from '../readings/current-understanding.ts'
import { readDocuments } from '../reports/read-documents.ts'
import type { Service } from '../service.ts'
import { toInteractionJson } from '../translate/interaction-json.ts'
import type { Sight } from '../translate/sight.ts'

const most = 20

/** What a person should look at next, and how well the signals are read as far as people have judged them. */
export function addReviewRoutes(app: App): void {
  app.openapi(findReview, async (context) => {
    const { scope, service, sight } = context.get('entered')
    const { pool } = service.store
    const { ask = 'unsure', kind = null, reviewer = '' } = context.req.valid('query')
    const [candidates, corrections, sinceReading, { overview }, understanding] = await Promise.all([
      listReviewCandidates(pool, scope),
      listCorrections(pool, scope),
      countCorrectionsSinceReading(pool, scope),
      readDocuments(service, scope),
      currentUnderstanding(service, scope),
    ])
    const whole = await listJudgedWhole(pool, scope, corrections, understanding)
    const customers = Object.fromEntries(overview.signals.map((read) => [read.kind, read.customers]))
    const wanted = { ask, kind, reviewer, customers, most }
    const items = orderReview(candidates, corrections, wanted)
    const texts = await listInteractions(
      pool,
      scope,
      items.map(({ interaction }) => interaction),
    )
    const byId = new Map(texts.map((text) => [text.id, text]))
    const judged = Map.groupBy(corrections, (said) => said.kind)
    return context.json(
      {
        items: items.flatMap((item) => {
          const text = byId.get(item.interaction)
          return text === undefined ? [] : toItem({ item, text, sight }, corrections, understanding)
        }),
        signals: signalKinds.flatMap((of) => {
          const read = overview.signals.find((known) => known.kind === of)
          const said = judged.get(of)?.length ?? 0
          if (read === undefined && said === 0) return []
          const { messages = 0, customers = 0 } = read ?? {}
          const learned = understanding.learned.find((known) => known.kind === of)
          const isUsed = learned?.model != null
          const method = isUsed ? learnedMethod : signalMethod
          const precision = estimatePrecision(corrections, { kind: of, method })
          const recall = isUsed ? cannotSay(learnedFromThese) : estimateRecall(whole, of)
          const comparison = learned === undefined ? null : { ...learned.comparison, isUsed }
          return [{ kind: of, messages, customers, method, judged: said, precision, recall, comparison }]
        }),
        agreement: estimateAgreement(corrections),
        reviewers: [...new Set(corrections.map((said) => said.reviewer))],
        sinceReading,
      },
      200,
    )
  })
}

const learnedFromThese =
  'it was learned from the messages that would measure it; see how it compares with the cues'

/** Messages that people judged as a whole, with what is read in them and what they said. */
async function listJudgedWhole(
  pool: Service['store']['pool'],
  scope: Scope,
  corrections: readonly Correction[],
  { readSignals }: Understanding,
): Promise<readonly JudgedMessage[]> {
  const ids = new Set(corrections.filter(({ kind }) => kind === null).map(({ interaction }) => interaction))
  const said = Map.groupBy(corrections, ({ interaction }) => interaction)
  const texts = ids.size === 0 ? [] : await listInteractions(pool, scope, [...ids])
  return texts.map(({ id, text, from }) => ({
    length: text?.length ?? 0,
    read: text === null ? [] : readSignals(text, from),
    corrections: said.get(id) ?? [],
  }))
}

/** The signal in question alone, as it was read: what others said of it must not lead. A whole message with all. */
function toItem(
  { item, text, sight }: { item: ReviewItem; text: StoredInteraction; sight: Sight },
  corrections: readonly Correction[],
  { readSignals }: Understanding,
): ReviewItemJson[] {
  const { interaction, kind, span, chosen } = item
  const words = text.text ?? ''
  const read = readSignals(words, text.from)
  if (kind === null) {
    const said = corrections.filter((known) => known.interaction === interaction)
    const signals = correctSignals(read, said, words.length)
    const shown = toInteractionJson(text, { signals, corrections: said, opensContact: false }, sight)
    return [{ interaction: shown, kind, place: null, chosen }]
  }
  const known = read.find(
    (signal) => signal.kind === kind && signal.start === span.start && signal.end === span.end,
  )
  const asked = known ?? { kind, ...span, strength: 0, method: signalMethod }
  const shown = toInteractionJson(text, { signals: [asked], corrections: [], opensContact: false }, sight)
  return [{ interaction: shown, kind, place: span, chosen }]
}
