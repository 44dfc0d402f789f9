import { useState } from 'react'

/**
 * What is being typed and not kept by the server yet, under a name, for this tab: going back, or a reload in the middle, loses
 * nothing. Set to what it began with, it is forgotten.
 */
export function useDraft<T extends string | null>(
  name: string,
  first: T,
): readonly [T | string, (text: T | string) => void] {
  const [text, setText] = useState<T | string>(() => recallDraft(name) ?? first)
  const change = (next: T | string) => {
    setText(next)
    keepDraft(name, next === first ? null : next)
  }
  return [text, change]
}

const mark = 'outside-in-draft '

/** Drafts whose name begins so; all of them, when somebody leaves. */
export function forgetDrafts(beginning = ''): void {
  try {
    for (const name of Object.keys(sessionStorage)) {
      if (name.startsWith(mark + beginning)) sessionStorage.removeItem(name)
    }
  } catch {
    // A frame of another site may keep nothing.
  }
}

function recallDraft(name: string): string | null {
  try {
    return sessionStorage.getItem(mark + name)
  } catch {
    return null
  }
}

function keepDraft(name: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(mark + name)
    else sessionStorage.setItem(mark + name, text)
  } catch {
    // It holds for this page then.
  }
}
