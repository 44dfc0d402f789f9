type Props = { readonly lines: number; readonly height?: number }

const widths = ['92%', '78%', '86%', '64%', '81%', '70%'] as const

/** The shape of text or rows that are on their way. */
export function Skeleton({ lines, height = 16 }: Props) {
  return (
    <div className="skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <span key={line} style={{ width: widths[line % widths.length], height }} />
      ))}
    </div>
  )
}
