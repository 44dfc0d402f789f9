/** An absent piece of knowledge, with the reason in words a reader can act on. Never a zero, never an empty list. */
export type CannotSay = { readonly cannotSay: string }

export type Known<T> = T | CannotSay

export function cannotSay(because: string): CannotSay {
  return { cannotSay: because }
}

export function isKnown<T>(value: T): value is Exclude<T, CannotSay> {
  return !(typeof value === 'object' && value !== null && 'cannotSay' in value)
}
