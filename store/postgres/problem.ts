/** What keeps the store from opening. The server turns the code into a refusal; the message is fit for a person. */
export type StoreProblem =
  | 'noBinaries'
  | 'wrongVersion'
  | 'notWritable'
  | 'notReachable'
  | 'diskFull'
  | 'cannotStart'
  | 'wrongSchema'
  | 'badPage'

export type StoreError = Error & { readonly storeProblem: StoreProblem; readonly hint: string }

export function storeError(storeProblem: StoreProblem, message: string, hint: string): StoreError {
  return Object.assign(new Error(message), { name: 'StoreError', storeProblem, hint })
}

export function isStoreError(error: unknown): error is StoreError {
  return error instanceof Error && 'storeProblem' in error
}

/** The system's own word for what went wrong, such as ENOSPC; null when it is no system error. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
