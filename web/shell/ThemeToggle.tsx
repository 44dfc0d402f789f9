import { useState } from 'react'
import { applyTheme, nextTheme, readTheme } from './theme.ts'

const names = { system: 'System colours', light: 'Light colours', dark: 'Dark colours' } as const

export function ThemeToggle() {
  const [theme, setTheme] = useState(readTheme)
  function turn() {
    const next = nextTheme(theme)
    applyTheme(next)
    setTheme(next)
  }
  return (
    <button type="button" className="plain-button small" onClick={turn}>
      {names[theme]}
    </button>
  )
}
