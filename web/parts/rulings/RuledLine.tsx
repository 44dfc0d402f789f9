import { formatDay } from '../../ui/format.ts'

type Props = {
  readonly ruling: {
    readonly id: string
    readonly sentence: string
    readonly reviewer: string
    readonly at: string
  }
  readonly isBusy: boolean
  readonly onUndo: (id: string) => void
}

/** What somebody decided, by whom and when, to be taken back. */
export function RuledLine({ ruling: { id, sentence, reviewer, at }, isBusy, onUndo }: Props) {
  return (
    <li>
      {sentence}{' '}
      <span className="soft small">
        {reviewer}, {formatDay(at)}
      </span>{' '}
      <button
        type="button"
        className="plain-button small"
        disabled={isBusy}
        aria-label={`Undo: ${sentence}`}
        onClick={() => onUndo(id)}
      >
        Undo
      </button>
    </li>
  )
}
