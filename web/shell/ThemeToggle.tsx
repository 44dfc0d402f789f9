import { useState } from 'react'
import { applyTheme, readTheme, themes } from './theme.ts'

const names = { system: 'System colours', light: 'Light colours', dark: 'Dark colours' } as const

export function ThemeToggle() {
  const [theme, setTheme] = useState(readTheme)
  function choose(value: string) {
    const next = themes.find((known) => known === value) ?? 'system'
    applyTheme(next)
    setTheme(next)
  }
  return (
    <select
      className="theme"
      aria-label="Colours"
      value={theme}
      onChange={(event) => choose(event.target.value)}
    >
      {themes.map((known) => (
        <option key={known} value={known}>
          {names[known]}
        </option>
      ))}
    </select>
  )
}
