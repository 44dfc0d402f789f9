import { expect, it } from 'vitest'
import { sayLeaving, sayTrial } from './say-leaving.ts'

const receiver = { host: 'api.example.com', embeddingModel: 'small', wordingModel: null }

it('says in one sentence what leaves a workspace and to whom', () => {
  expect(sayLeaving({ kind: 'nothing', receiver: null })).toBe(
    'Nothing leaves this workspace: what customers say is read on this server alone.',
  )
  expect(sayLeaving({ kind: 'server', receiver: null })).toBe(
    'Nothing leaves this workspace: what customers say is read on this server alone, because whoever runs it has set no endpoint.',
  )
  expect(sayLeaving({ kind: 'server', receiver })).toBe(
    'The reasons that customers give for coming go to api.example.com, names, numbers and addresses masked as far as they can be told, ' +
      'where small says what they mean, as whoever runs this server has set.',
  )
  expect(sayLeaving({ kind: 'own', receiver: { ...receiver, wordingModel: 'chat' } })).toMatch(
    /where small says what they mean and chat finds names for causes\.$/,
  )
})

it('says what came of a trial: how long, how large, or why nothing and what to do', () => {
  const trial = { asks: 'embedding', model: 'small', milliseconds: 1240, size: 1536, failure: null } as const
  expect(sayTrial(trial)).toBe('small answered in 1,240\u00a0ms with a meaning of 1,536 numbers.')
  expect(sayTrial({ ...trial, asks: 'wording', size: null })).toMatch(/with a name for a cause\.$/)
  const failure = {
    because: 'the endpoint is silent: it refused with 401',
    remedy: 'Enter its key again.',
  }
  expect(sayTrial({ ...trial, size: null, failure })).toBe(
    'small gave nothing, because the endpoint is silent: it refused with 401. Enter its key again.',
  )
})
