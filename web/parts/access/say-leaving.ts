import type { EndpointJson, EndpointTrial } from '../../../contract/endpoint.ts'
import { formatCount } from '../../ui/format.ts'

/** What is sent and to whom, in one sentence. */
export function sayLeaving({ kind, receiver }: Pick<EndpointJson, 'kind' | 'receiver'>): string {
  if (receiver === null) {
    const why = kind === 'server' ? ', because whoever runs it has set no endpoint' : ''
    return `Nothing leaves this workspace: what customers say is read on this server alone${why}.`
  }
  const { host, embeddingModel, wordingModel } = receiver
  const tasks = [
    ...(embeddingModel === null ? [] : [`${embeddingModel} says what they mean`]),
    ...(wordingModel === null ? [] : [`${wordingModel} finds names for causes`]),
  ]
  const who = kind === 'server' ? ', as whoever runs this server has set' : ''
  return `The reasons that customers give for coming go to ${host}, names, numbers and addresses masked as far as they can be told, where ${tasks.join(
    ' and ',
  )}${who}.`
}

/** What came of one invented sentence. */
export function sayTrial({ model, milliseconds, size, failure }: EndpointTrial): string {
  if (failure !== null) return `${model} gave nothing, because ${failure.because}. ${failure.remedy}`
  const what = size === null ? 'a name for a cause' : `a meaning of ${formatCount(size)} numbers`
  return `${model} answered in ${formatCount(milliseconds)}\u00a0ms with ${what}.`
}
