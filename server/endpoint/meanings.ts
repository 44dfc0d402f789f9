import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Instant } from '../../core/base/time.ts'
import { redactText } from '../../core/text/redact.ts'
import {
  type EndpointAnswer,
  listEndpointAnswers,
  saveEndpointAnswers,
} from '../../store/endpoint-answers.ts'
import type { Store } from '../../store/open.ts'
import type { Client } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import type { EndpointConfig } from '../config.ts'
import { type Budget, guessTokens } from './budget.ts'
import { notAsked, overLimit, type Post, type Silence, saySilence } from './post.ts'
import { fromVectorBytes, toVectorBytes } from './vector-bytes.ts'

/** A reason as it was said, with the contact it opened and whom it may name. */
export type SpokenReason = {
  readonly id: string
  readonly text: string
  readonly identities: readonly string[]
}

/** Meanings by the text they belong to, and why some are missing; null when none is. */
export type FoundMeanings = {
  readonly vectors: ReadonlyMap<string, Float32Array>
  readonly because: string | null
}

/** Texts a question; endpoints take more, but a lost answer then costs more. */
const batchSize = 64

/** Who says what texts mean: the model and where it runs. One computer may run several of one name, under paths of their own. */
export function engineOf({ url, embeddingModel }: EndpointConfig): string | null {
  const { host, pathname } = new URL(url)
  return embeddingModel === null ? null : `${embeddingModel} at ${host}${pathname === '/v1' ? '' : pathname}`
}

/** What is known already of these reasons' meanings. Nothing leaves the machine. */
export async function recallMeanings(
  client: Client,
  scope: Scope,
  engine: string,
  reasons: readonly SpokenReason[],
): Promise<ReadonlyMap<string, Float32Array>> {
  const { vectors } = await recall(client, scope, questionsOf(engine, reasons))
  return vectors
}

export type Asking = {
  readonly pool: Store['pool']
  readonly scope: Scope
  readonly post: Post
  readonly budget: Budget
  readonly model: string
  readonly engine: string
  readonly at: Instant
}

/**
 * What these reasons mean: from what was answered before, else asked for, masked, in batches in a fixed order, and kept.
 * Stops at the first batch that is refused or not answered.
 */
export async function askMeanings(asking: Asking, reasons: readonly SpokenReason[]): Promise<FoundMeanings> {
  const { pool, scope, engine } = asking
  const questions = questionsOf(engine, reasons)
  const known = await recall(pool, scope, questions)
  const vectors = new Map(known.vectors)
  for (let at = 0; at < known.missing.length; at += batchSize) {
    const batch = known.missing.slice(at, at + batchSize)
    const answer = await askBatch(asking, batch)
    if ('because' in answer) return { vectors, because: answer.because }
    batch.forEach(({ texts }, index) => {
      const row = answer.rows[index]
      if (row !== undefined) for (const text of texts) vectors.set(text, row)
    })
  }
  return { vectors, because: null }
}

/** One masked text, which several reasons may share. */
type Question = {
  readonly masked: string
  readonly hash: Buffer
  readonly texts: readonly string[]
  readonly ids: readonly string[]
}

function questionsOf(engine: string, reasons: readonly SpokenReason[]): readonly Question[] {
  const masked = reasons.map(({ id, text, identities }) => ({
    id,
    text,
    masked: redactText(text, identities),
  }))
  return [...Map.groupBy(masked, (reason) => reason.masked)]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([said, own]) => ({
      masked: said,
      hash: createHash('sha256').update(`${engine}\n${said}`).digest(),
      texts: [...new Set(own.map(({ text }) => text))],
      ids: [...new Set(own.map(({ id }) => id))],
    }))
}

/** Questions looked up at a time. */
const lookUpSize = 1000

async function recall(client: Client, scope: Scope, questions: readonly Question[]) {
  const vectors = new Map<string, Float32Array>()
  const missing: Question[] = []
  for (let at = 0; at < questions.length; at += lookUpSize) {
    const some = questions.slice(at, at + lookUpSize)
    const hashes = some.map(({ hash }) => hash)
    const answers = new Map(
      (await listEndpointAnswers(client, scope, hashes)).map(({ hash, vector }) => [
        hash.toString('hex'),
        vector,
      ]),
    )
    for (const question of some) {
      const bytes = answers.get(question.hash.toString('hex')) ?? null
      if (bytes === null) missing.push(question)
      else for (const text of question.texts) vectors.set(text, fromVectorBytes(bytes))
    }
  }
  return { vectors, missing }
}

const answerSchema = z.object({
  data: z.array(z.object({ index: z.int().nonnegative(), embedding: z.array(z.number()).min(1) })),
  usage: z.object({ total_tokens: z.number() }).partial().optional(),
})

async function askBatch(
  { pool, scope, at, ...asking }: Asking,
  batch: readonly Question[],
): Promise<{ readonly rows: readonly Float32Array[] } | Silence> {
  const answer = await askVectors(
    asking,
    batch.map(({ masked }) => masked),
  )
  if ('because' in answer) return answer
  const { rows } = answer
  const answers = batch.map(({ hash, ids }, index): EndpointAnswer => {
    return { hash, answer: null, vector: rows[index] ?? Buffer.of(), texts: ids }
  })
  await saveEndpointAnswers(pool, scope, { answers, at })
  return { rows: rows.map(fromVectorBytes) }
}

/** The vectors of texts that are masked already, within the budget; keeps nothing. */
export async function askVectors(
  { post, budget, model }: Pick<Asking, 'post' | 'budget' | 'model'>,
  input: readonly string[],
): Promise<{ readonly rows: readonly Buffer[] } | Silence> {
  const guess = guessTokens(input)
  const refused = budget.refuse(guess)
  if (refused !== null) return overLimit(refused)
  const reply = await post('/embeddings', { model, input, encoding_format: 'float' })
  if (reply.kind === 'silent') return saySilence(reply)
  const parsed = answerSchema.safeParse(reply.body)
  await budget.spend(parsed.data?.usage?.total_tokens ?? guess)
  const rows = parsed.success ? rowsOf(parsed.data.data, input.length) : null
  return rows === null ? notAsked : { rows }
}

/** One vector a text, all equally long, in the order asked; as they will be kept. */
function rowsOf(
  data: readonly { readonly index: number; readonly embedding: readonly number[] }[],
  count: number,
): readonly Buffer[] | null {
  const inOrder = data.toSorted((left, right) => left.index - right.index)
  const size = inOrder[0]?.embedding.length
  const isWhole =
    inOrder.length === count &&
    inOrder.every(({ index, embedding }, place) => index === place && embedding.length === size)
  return isWhole ? inOrder.map(({ embedding }) => toVectorBytes(embedding)) : null
}
