import type { EndpointTrial } from '../../../contract/endpoint.ts'
import type { Scope } from '../../../store/scope.ts'
import type { EndpointConfig } from '../../config.ts'
import type { Service } from '../../service.ts'
import { askVectors } from '../meanings.ts'
import { openEndpoint } from '../open-endpoint.ts'
import type { Silence } from '../post.ts'
import { askName } from '../word-causes.ts'

/** Of nobody: what may be sent to find out whether somebody answers. */
const invented = 'My parcel has not arrived, and nobody can tell me where it is.'

/** Asks each model of an endpoint once for one invented sentence. It counts towards the month, as everything that is asked. */
export async function tryEndpoint(
  { store, now }: Pick<Service, 'store' | 'now'>,
  scope: Scope,
  endpoint: EndpointConfig | undefined,
): Promise<EndpointTrial[]> {
  const use = await openEndpoint(store.pool, scope, { endpoint, at: now(), tries: 1 })
  if (use === null) return []
  const { embeddingModel, wordingModel } = use.config
  const trials: EndpointTrial[] = []
  const ask = async (
    asks: EndpointTrial['asks'],
    model: string,
    answer: () => Promise<{ readonly size: number | null } | Silence>,
  ) => {
    const before = now()
    const said = await answer()
    const milliseconds = now() - before
    const outcome = 'because' in said ? { size: null, failure: said } : { ...said, failure: null }
    trials.push({ asks, model, milliseconds, ...outcome })
  }
  if (embeddingModel !== null) {
    await ask('embedding', embeddingModel, async () => {
      const said = await askVectors({ ...use, model: embeddingModel }, [invented])
      return 'because' in said ? said : { size: said.rows[0]?.length ?? 0 }
    })
  }
  if (wordingModel !== null) {
    await ask('wording', wordingModel, async () => {
      const said = await askName(use, invented)
      return 'because' in said ? said : { size: null }
    })
  }
  return trials
}
