import { z } from 'zod'
import type { Failure, FailureCode } from '../../contract/failures.ts'

/** Why an import failed, as it is kept with it. */
export const keptFailureSchema = z.object({
  message: z.string(),
  hint: z.string(),
  /** True when the files are not to blame: the same import can go on once the world is mended. */
  isPassing: z.boolean().default(false),
})

export type KeptFailure = z.infer<typeof keptFailureSchema>

const passing: readonly FailureCode[] = ['busy', 'storeDown', 'ourFault']

export function toKeptFailure({ code, message, hint }: Failure): KeptFailure {
  return { message, hint, isPassing: passing.includes(code) }
}
