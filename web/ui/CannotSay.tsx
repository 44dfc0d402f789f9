/** Absent knowledge in the place and size of what it stands for, with the reason. */
export function CannotSay({ because, what }: { readonly because: string; readonly what?: string }) {
  return (
    <p className="cannot-say">
      <strong>{what === undefined ? 'Cannot say.' : `Cannot say ${what}.`}</strong>{' '}
      {startWithCapital(because)}
    </p>
  )
}

function startWithCapital(text: string): string {
  const sentence = text.slice(0, 1).toUpperCase() + text.slice(1)
  return /[.?]$/.test(sentence) ? sentence : `${sentence}.`
}
