/** What the store refuses. The server turns it into a refusal of its own; message and hint are fit for a person. */
export type StoreProblem =
  | 'noBinaries'
  | 'wrongVersion'
  | 'notWritable'
  | 'notReachable'
  | 'diskFull'
  | 'cannotStart'
  | 'wrongSchema'
  | 'badPage'
  | 'badBackup'
  | 'notEmpty'

const refusals: readonly StoreProblem[] = ['badPage', 'badBackup', 'notEmpty']

export type StoreError = Error & {
  readonly storeProblem: StoreProblem
  readonly hint: string
  /** True when what was asked for is wrong, and not the store. */
  readonly refusal: boolean
}

export function storeError(storeProblem: StoreProblem, message: string, hint: string): StoreError {
  const refusal = refusals.includes(storeProblem)
  return Object.assign(new Error(message), { name: 'StoreError', storeProblem, hint, refusal })
}

/** The system's own word for what went wrong, such as ENOSPC; null when it is no system error. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
