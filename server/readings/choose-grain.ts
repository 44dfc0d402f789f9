import type { Scope } from '../../store/scope.ts'
import { saveGrain } from '../../store/workspaces.ts'
import type { Service } from '../service.ts'

/** Keeps how fine a workspace's causes shall be; the next reading draws them so. */
export async function chooseGrain({ store }: Service, scope: Scope, grain: number): Promise<void> {
  await saveGrain(store.pool, scope, grain)
}
