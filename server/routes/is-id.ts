/** Whether a text can be an id of what the store made: what can't is not there, without asking. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/.test(text)
}
