import { startWithCapital } from './format.ts'

/** Absent knowledge in the place and size of what it stands for, with the reason. */
export function CannotSay({ because, what }: { readonly because: string; readonly what?: string }) {
  return (
    <p className="cannot-say">
      <strong>{what === undefined ? 'Cannot say.' : `Cannot say ${what}.`}</strong> {toSentence(because)}
    </p>
  )
}

function toSentence(text: string): string {
  return startWithCapital(/[.?]$/.test(text) ? text : `${text}.`)
}
