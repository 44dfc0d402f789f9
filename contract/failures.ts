/** Every way a request can be refused. This file alone maps a code to its HTTP status and exit code. */
export const failures = {
  badInput: { status: 400, exit: 2 },
  notFound: { status: 404, exit: 2 },
  notSignedIn: { status: 401, exit: 2 },
  notAllowed: { status: 403, exit: 2 },
  conflict: { status: 409, exit: 2 },
  tooLarge: { status: 413, exit: 2 },
  tooMany: { status: 429, exit: 1 },
  busy: { status: 503, exit: 1 },
  storeDown: { status: 503, exit: 1 },
  ourFault: { status: 500, exit: 1 },
} as const

export type FailureCode = keyof typeof failures

/** A refusal that a person reads: what happened, then what to do. Safe to show to a customer. */
export class Failure extends Error {
  readonly code: FailureCode
  readonly hint: string

  constructor(code: FailureCode, message: string, hint = '') {
    super(message)
    this.name = 'Failure'
    this.code = code
    this.hint = hint
  }
}
