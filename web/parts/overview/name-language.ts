const names = new Intl.DisplayNames('en', { type: 'language' })

/** `de` is German; what is no language code (`und`) is called another language. */
export function nameLanguage(code: string): string {
  if (!/^[a-z]{2,3}$/.test(code) || code === 'und') return 'in another language'
  return `in ${names.of(code) ?? code}`
}
