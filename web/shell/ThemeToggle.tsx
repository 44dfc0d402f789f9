import { useState } from 'react'
import { applyTheme, nextTheme, readTheme } from './theme.ts'

const names = { system: 'As the system', light: 'Light', dark: 'Dark' } as const

export function ThemeToggle() {
  const [theme, setTheme] = useState(readTheme)
  function turn() {
    const next = nextTheme(theme)
    applyTheme(next)
    setTheme(next)
  }
  return (
    <button type="button" className="plain-button small" onClick={turn}>
      <span className="soft wide-words">Colours: </span>
      {names[theme]}
    </button>
  )
}
