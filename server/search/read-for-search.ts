import { maskText } from '../../core/text/mask.ts'
import { inTransaction, withoutWaiting } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { type DueText, saveSearchTexts, settleSearch, takeDueTexts } from '../../store/search/due.ts'
import type { Service } from '../service.ts'

/** Masking is done on the thread that serves: between so many texts, others get their turn. */
const textsAtOnce = 250

/**
 * Brings search up to date with the texts of a workspace. Each batch is kept whole or not at all, so that it can be stopped
 * at any point and several may work at once. Answers how many texts it read.
 */
export async function readForSearch({ store }: Pick<Service, 'store'>, scope: Scope): Promise<number> {
  let read = 0
  while (!store.pool.ending) {
    const texts = await inTransaction(store.pool, async (client) => {
      await withoutWaiting(client)
      const due = await takeDueTexts(client, scope)
      for (let start = 0; start < (due?.length ?? 0); start += textsAtOnce) {
        const some = due?.slice(start, start + textsAtOnce) ?? []
        await saveSearchTexts(client, scope, some.map(mask))
      }
      return due?.length ?? null
    })
    if (texts === null) break
    read += texts
  }
  if (read > 0 && !store.pool.ending) await settleSearch(store.pool)
  return read
}

function mask(text: DueText): DueText {
  return { ...text, text: maskText(text.text) }
}

/** Workspaces whose texts are being read, by this process. */
const busy = new Set<Scope>()

/** The same in the background. What stops it leaves the rest waiting for the next time. */
export function keepSearchUpToDate(service: Service, scope: Scope): void {
  if (busy.has(scope)) return
  busy.add(scope)
  readForSearch(service, scope)
    .catch((error: Error) => service.log.error({ search: scope, error: error.stack }))
    .finally(() => busy.delete(scope))
}
