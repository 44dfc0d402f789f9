import type { SetAsideList } from '../../../contract/screens.ts'

type Props = {
  readonly what: 'row' | 'message'
  readonly row: SetAsideList['rows'][number]
  /** The row as a person has mended it; null while it is as it came. */
  readonly mended: string | null
  readonly onMend: (raw: string | null) => void
}

/** One row or message as it came, with where, why and what to do; mended in place. */
export function SetAsideRow({ what, row, mended, onMend }: Props) {
  const place = row.line === null ? row.file : `${row.file}, line ${row.line}`
  return (
    <li>
      <p>
        <strong>{row.reason}</strong> <span className="soft small">{place}</span>
      </p>
      <p className="small">{row.detail}</p>
      {mended === null ? (
        <div className="aside-raw">
          <pre>{row.raw}</pre>
          <button type="button" className="plain-button undo-button" onClick={() => onMend(row.raw)}>
            Mend this {what}
          </button>
        </div>
      ) : (
        <div className="aside-raw">
          <textarea
            aria-label={`Mend ${place}`}
            rows={Math.min(6, row.raw.split('\n').length + 1)}
            value={mended}
            onChange={(event) => onMend(event.target.value)}
          />
          <button type="button" className="plain-button undo-button" onClick={() => onMend(null)}>
            Leave it as it came
          </button>
        </div>
      )}
    </li>
  )
}
