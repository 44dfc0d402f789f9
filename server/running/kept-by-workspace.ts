import type { Store } from '../../store/open.ts'
import type { Scope } from '../../store/scope.ts'

/** The stamp says whether what was kept still holds. */
type Place = { readonly store: Store; readonly scope: Scope; readonly stamp: string }

/** Keeps one value a workspace, made again when its stamp is another. It is shared, so nobody may change it. */
export function keptByWorkspace<Value>(): (place: Place, make: () => Promise<Value>) => Promise<Value> {
  const stores = new WeakMap<Store, Map<Scope, { readonly stamp: string; readonly value: Value }>>()
  return async ({ store, scope, stamp }, make) => {
    const kept = stores.get(store) ?? new Map()
    stores.set(store, kept)
    const known = kept.get(scope)
    if (known?.stamp === stamp) return known.value
    const value = await make()
    kept.set(scope, { stamp, value })
    return value
  }
}
