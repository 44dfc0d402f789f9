import { type KeptInteraction, mostSetAside } from '../../../contract/interactions.ts'
import type { Problem } from '../../../sources/row.ts'
import type { Connection } from '../../../store/postgres/client.ts'
import type { Scope } from '../../../store/scope.ts'
import { saveSetAsideByApi } from '../../../store/set-aside-by-api.ts'
import { isTold, type Judged } from '../told.ts'

/** What became of one thing that was told; with a problem it is set aside. */
export type Outcome = { readonly one: Judged; readonly became: 'stored' | 'duplicate' | Problem }

/** Keeps what is set aside, and says of each what became of it. Where nothing is set aside, the database is not asked. */
export async function keepAside(
  client: Connection,
  scope: Scope,
  outcomes: readonly Outcome[],
): Promise<KeptInteraction[]> {
  const aside = outcomes.flatMap(({ one, became }) => {
    if (typeof became === 'string' || one.raw === undefined) return []
    const { reason, detail } = became
    const contradicts = isTold(one) ? one.interaction.id : null
    return [{ one, row: { reason, detail, raw: one.raw(), contradicts } }]
  })
  const rows = aside.map(({ row }) => row)
  const positions = await saveSetAsideByApi(client, scope, { rows, most: mostSetAside })
  const kept = new Map(aside.map(({ one }, position) => [one, positions.has(position)]))
  return outcomes.map((outcome) => answer(outcome, kept))
}

function answer({ one, became }: Outcome, kept: ReadonlyMap<Judged, boolean>): KeptInteraction {
  const externalId = isTold(one) ? one.interaction.externalId : one.externalId
  if (typeof became === 'string') return { externalId, state: became }
  const { reason, detail } = became
  const isKept = kept.get(one)
  const said = isKept === false ? `${detail} ${notKept}` : detail
  return { externalId, state: 'setAside', reason, detail: said, isKept }
}

const notKept = `It is not kept here, because ${mostSetAside} are set aside already. Keep it, and tell it again once those were read.`
