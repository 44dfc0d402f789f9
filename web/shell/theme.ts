import { recall, remember } from '../remembered.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const key = 'outside-in-theme'

export function readTheme(): Theme {
  const kept = recall(key)
  return themes.find((theme) => theme === kept) ?? 'system'
}

/** Sets the colours of the page; `system` leaves the choice to the reader's machine. */
export function applyTheme(theme: Theme = readTheme()): void {
  remember(key, theme)
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
