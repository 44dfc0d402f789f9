/** Rows take part by `data-row` on their link, filters by `data-filter` on their first field, search by `data-search`. */
export function listenToKeys(openHelp: () => void): () => void {
  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (isTyping(event.target)) {
      if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur()
      return
    }
    if (event.key === '?') openHelp()
    else if (event.key === 'j') moveRow(1)
    else if (event.key === 'k') moveRow(-1)
    else if (event.key === '/') focusOn('[data-search]', event)
    else if (event.key === 'f') focusOn('[data-filter]', event)
  }
  document.addEventListener('keydown', press)
  return () => document.removeEventListener('keydown', press)
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, select, textarea, dialog') !== null
}

function moveRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')]
  const now = rows.findIndex((row) => row.matches(':focus'))
  const next = rows[now === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, now + step))]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

function focusOn(selector: string, event: KeyboardEvent): void {
  const field = document.querySelector<HTMLElement>(selector)
  if (field === null) return
  event.preventDefault()
  field.focus()
  if (field instanceof HTMLInputElement) field.select()
}
