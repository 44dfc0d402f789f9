import { useSyncExternalStore } from 'react'
import { recall, remember } from '../../remembered.ts'

const key = 'outside-in-reviewer'
/** An open machine on which nobody has said who they are. */
export const notNamed = 'This computer'
const listeners = new Set<() => void>()

/** Who speaks when texts are judged: a name typed once and remembered by this browser. */
export function useReviewer(): readonly [string, (name: string) => void] {
  const name = useSyncExternalStore(listen, readReviewer)
  return [name, saveReviewer]
}

function listen(onChange: () => void): () => void {
  listeners.add(onChange)
  return () => listeners.delete(onChange)
}

function readReviewer(): string {
  return recall(key)?.trim() || notNamed
}

function saveReviewer(name: string): void {
  remember(key, name)
  for (const tell of listeners) tell()
}
