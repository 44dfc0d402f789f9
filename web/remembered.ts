/** What this browser remembers under a name; nothing where it keeps nothing, as in a frame of another site. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(name, value)
  } catch {
    // It holds for this page then.
  }
}
