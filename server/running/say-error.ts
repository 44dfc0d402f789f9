/**
 * What a log may hold of an error: its name, its code, where it happened, and its message without whatever is quoted
 * there, because PostgreSQL and JSON quote the value that they could not read, and that may be a customer's.
 */
export function sayError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: 'something was thrown that is no error' }
  const { name, message, stack = '' } = error
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const frames = stack.split('\n').filter((line) => line.startsWith('    at '))
  return { name, ...code, message: withoutQuotes(message), stack: frames.map((line) => line.trim()) }
}

/** The first line only: further ones repeat the input. */
function withoutQuotes(message: string): string {
  const [line = ''] = message.split('\n')
  return line.replace(/"[^"]*"?|'[^']*'|“[^”]*”?|‘[^’]*’|`[^`]*`/g, '…')
}
