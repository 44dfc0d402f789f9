/** A file or a mapping that cannot be read at all. `message` says what happened, `hint` what to do. */
export type Refusal = Error & { readonly refusal: true; readonly hint: string }

export function refusal(message: string, hint: string): Refusal {
  return Object.assign(new Error(message), { refusal: true as const, hint })
}

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && 'refusal' in error && error.refusal === true
}

/** What comes before a file turns out to be damaged; who reads it to the end hears of the damage then. */
export async function* untilDamage<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  let isStarted = false
  try {
    for await (const item of items) {
      isStarted = true
      yield item
    }
  } catch (error) {
    if (!isRefusal(error) || !isStarted) throw error
  }
}
