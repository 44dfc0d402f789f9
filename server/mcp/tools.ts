import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import type { DeskIssue } from '../../contract/desk/desk.ts'
import { deskIssueSchema, grantedSchema, queueSchema } from '../../contract/desk/desk.ts'
import type { StepInput } from '../../contract/desk/steps.ts'

/** Asks our own API as whoever asks us: the same gate, the same authority, the same audit. */
export type AskApi = <T extends z.ZodType>(
  schema: T,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
) => Promise<z.output<T>>

/** Who speaks is known by the key; on a machine without sign-in it goes by this name. */
const who = 'Agent'
const issue = z.string().describe('Id of the issue')
const text = z.string().min(1)

/** The desk as tools: read, understand, offer, give within authority, hand over, object, close. */
export function addDeskTools(server: McpServer, ask: AskApi): void {
  const open = (id: string) => ask(deskIssueSchema, 'GET', `/desk/${encodeURIComponent(id)}`)
  const take = (id: string, step: StepInput) =>
    ask(deskIssueSchema, 'POST', `/desk/${encodeURIComponent(id)}/steps`, { who, step })

  server.registerTool(
    'list_waiting',
    { description: 'Who waits, in the order in which to turn to them, with the reasons for it.' },
    async () => tell((await ask(queueSchema, 'GET', '/desk')).issues),
  )

  server.registerTool(
    'read_issue',
    {
      description:
        'What one customer lived through and wants, what was understood and done, what may be offered here.',
      inputSchema: { issue },
    },
    async ({ issue: id }) => tell(sum(await open(id))),
  )

  server.registerTool(
    'understand',
    {
      description:
        'The three steps to understanding, in their order, and, with share, the statement that the customer confirms or corrects.',
      inputSchema: {
        issue,
        wish: text.describe('What you would want in their place'),
        lived: text.describe('What they are living, read from their record'),
        evidence: z.array(z.string()).min(1).describe('Ids of interactions of the issue that show it'),
        feel: text,
        think: text,
        act: text,
        known: z
          .enum(['asked', 'believed'])
          .describe('Whether they said what they hope for, or you believe it'),
        share: z.string().nullable().describe('The statement to share; null to draft only'),
      },
    },
    async ({ issue: id, wish, lived, evidence, feel, think, act, known, share }) => {
      await take(id, { kind: 'wished', text: wish })
      await take(id, { kind: 'lived', text: lived, evidence })
      const page = await take(id, { kind: 'hoped', feel, think, act, known })
      const last = share === null ? page : await take(id, { kind: 'understandingShared', text: share })
      return tell(last.state.understanding)
    },
  )

  server.registerTool(
    'offer_options',
    {
      description: 'Puts options before the customer, who chooses on their own page.',
      inputSchema: { issue, options: z.array(z.string()).min(1).describe('As read_issue names them') },
    },
    async ({ issue: id, options }) => {
      const known = sum(await open(id)).options
      const offers = options.map(
        (option) => known.find((one) => one.id === option) ?? { id: option, gives: '', say: '' },
      )
      const named = offers.map(({ id: option, gives, say }) => ({ id: option, gives, say }))
      return tell((await take(id, { kind: 'optionsOffered', offers: named })).state.offers)
    },
  )

  server.registerTool(
    'grant',
    {
      description:
        'Gives an option at once where the authority allows it; beyond it, asks whoever may decide.',
      inputSchema: {
        issue,
        option: text.describe('As read_issue names it: guideline/option'),
        because: text,
        key: z.string().min(8).describe('One for each intent to give: asked twice with it, it is given once'),
      },
    },
    async ({ issue: id, option, because, key }) => {
      const [guideline, name = ''] = option.split('/')
      const request = { who, key, guideline: Number(guideline), option: name, own: null, because }
      return tell(await ask(grantedSchema, 'POST', `/desk/${encodeURIComponent(id)}/grants`, request))
    },
  )

  server.registerTool(
    'send_answer',
    {
      description:
        'Sends an answer by the channel by which the customer wrote last; it is quoted and threaded there. Says how far it is.',
      inputSchema: {
        issue,
        text,
        key: z.string().min(8).describe('One for each answer: asked twice with it, it is sent once'),
      },
    },
    async ({ issue: id, ...answer }) => {
      const path = `/desk/${encodeURIComponent(id)}/answers`
      return tell((await ask(deskIssueSchema, 'POST', path, { who, ...answer })).answers)
    },
  )

  server.registerTool(
    'hand_over',
    {
      description:
        'Passes an issue on, with reason, what was tried, what was promised and by when it is taken up.',
      inputSchema: {
        issue,
        to: text,
        reason: text,
        tried: text,
        promised: z.string(),
        due: z.iso.datetime({ offset: true }),
      },
    },
    async ({ issue: id, ...handOver }) =>
      tell((await take(id, { kind: 'handedOver', ...handOver })).state.relay),
  )

  server.registerTool(
    'object_to_guideline',
    {
      description: 'Says that a guideline fits, fits but, or gets in the way; its owner answers by a date.',
      inputSchema: {
        issue,
        guideline: z.int(),
        fit: z.enum(['fits', 'fitsBut', 'inTheWay']),
        word: z.string(),
      },
    },
    async ({ issue: id, ...word }) =>
      tell(
        await ask(z.object({ objection: z.string() }), 'POST', `/desk/${encodeURIComponent(id)}/objections`, {
          who,
          ...word,
        }),
      ),
  )

  server.registerTool(
    'close_issue',
    {
      description:
        'Closes an issue, saying what was solved; the customer confirms it, or silence is watched.',
      inputSchema: { issue, solved: text, promised: z.string() },
    },
    async ({ issue: id, solved, promised }) =>
      tell((await take(id, { kind: 'closed', solved, promised })).state.outcome),
  )
}

/** What an agent needs of an issue, without what only a screen draws. */
function sum({ record, state, draft, options, rules, nextNeeds, questions, steps, answers }: DeskIssue) {
  return {
    cause: record.issue.cause?.name ?? null,
    contacts: record.issue.contacts,
    interactions: record.interactions.map(({ id, at, from, team, text: said }) => ({
      id,
      at,
      from,
      team,
      text: said,
    })),
    draft,
    state,
    options: options.map(({ guideline, id, gives, say, because, cost, evidence, whyNot }) => ({
      id: `${guideline}/${id}`,
      gives,
      say,
      because,
      cost,
      evidence,
      whyNot,
    })),
    rules,
    nextNeeds,
    questions,
    steps,
    answers,
  }
}

function tell(reply: unknown) {
  return { content: [{ type: 'text' as const, text: JSON.stringify(reply) }] }
}
