import { inTransaction } from '../../../store/postgres/client.ts'
import type { Scope } from '../../../store/scope.ts'
import { countSetAside, markSetAsideRead, streamSetAside } from '../../../store/set-aside.ts'
import type { Service } from '../../service.ts'
import { keepInteractions } from '../keep-interactions.ts'
import { isTold, parseTold } from '../told.ts'
import { parseJson } from './judge-body.ts'

/**
 * Judges what the API told and was set aside by the rules of today, as it came or as a person mended it. What is a fact now is
 * kept; what is not stays. Returns how many stay.
 */
export async function rereadTold(
  service: Service,
  scope: Scope,
  mended: readonly { readonly id: string; readonly raw: string }[],
): Promise<number> {
  const { pool } = service.store
  const given = new Map(mended.map(({ id, raw }) => [id, raw]))
  await inTransaction(pool, async (reading) => {
    for await (const rows of streamSetAside(reading, scope, { by: 'api' })) {
      const readable = rows.flatMap(({ id, raw }) => {
        const told = parseJson(given.get(String(id)) ?? new TextDecoder().decode(raw))
        const one = told === null ? null : parseTold(told.given, service.now())
        return one !== null && isTold(one) ? [{ id, one }] : []
      })
      const kept = await keepInteractions(
        service,
        scope,
        readable.map(({ one }) => one),
      )
      const read = readable.filter((_, index) => kept[index]?.state !== 'setAside')
      await markSetAsideRead(
        pool,
        scope,
        read.map(({ id }) => id),
      )
    }
  })
  return countSetAside(pool, scope, { by: 'api' })
}
