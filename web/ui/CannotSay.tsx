/** Absent knowledge in the place and size of what it stands for, with the reason. */
export function CannotSay({ because }: { readonly because: string }) {
  return (
    <p className="cannot-say">
      <strong>Cannot say.</strong> {startWithCapital(because)}
    </p>
  )
}

function startWithCapital(text: string): string {
  const sentence = text.slice(0, 1).toUpperCase() + text.slice(1)
  return /[.?]$/.test(sentence) ? sentence : `${sentence}.`
}
