import { Failure } from '../../contract/failures.ts'
import type { Mapping } from '../../core/interactions/mapping.ts'
import type { Import } from '../../store/imports.ts'
import type { Scope } from '../../store/scope.ts'
import type { Service } from '../service.ts'

export type Mend = {
  readonly importId: string
  /** Null: as the import read it. */
  readonly mapping: Mapping | null
  readonly mended: readonly { readonly id: string; readonly raw: string }[]
}

export async function rereadInto(_service: Service, _scope: Scope, _mend: Mend): Promise<Import> {
  throw new Failure('ourFault', 'to be written', '')
}
