import { once } from 'node:events'

/** Writes to standard output and waits where the reader is slower; a reader that has left ends the writing quietly. */
export async function print(text: string): Promise<void> {
  if (readerLeft !== null) throw readerLeft
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** `| head` closes the pipe before we are done: no fault of anybody, and a reason to stop in order. */
export function isReaderGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE'
}

let readerLeft: Error | null = null

process.stdout.on('error', (error) => {
  if (!isReaderGone(error)) throw error
  readerLeft = error
})

/** Says on standard error what happened and what to do. */
export function explain(message: string, hint: string): void {
  process.stderr.write(hint === '' ? `${message}\n` : `${message}\n${hint}\n`)
}

/** One line on standard error that replaces itself on a terminal; nothing where nobody watches. */
export function showProgress(line: string): void {
  if (process.stderr.isTTY)
    process.stderr.write(`\r\u001b[2K${line.slice(0, (process.stderr.columns ?? 80) - 1)}`)
}

export function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K')
}

/** How a terminal, a service manager and a closed window end a program. */
export async function toldToStop(): Promise<void> {
  await Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)))
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))
}
