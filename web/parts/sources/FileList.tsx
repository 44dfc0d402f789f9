import { FailedStep } from '../../ui/FailedStep.tsx'
import type { SentFile } from './drafts.ts'

type Props = { readonly files: readonly SentFile[]; readonly onRemove: (keys: readonly string[]) => void }

/** Files that are still going up, or that were refused and why. */
export function FileList({ files, onRemove }: Props) {
  const open = files.filter(({ kind }) => kind !== 'kept')
  if (open.length === 0) return null
  return (
    <ul className="files">
      {open.map((file) => (
        <li key={file.key}>
          <span>{file.name}</span>
          {file.kind === 'sending' && (
            <progress value={file.share} max={1} aria-label={`Sending ${file.name}`} />
          )}
          {file.kind === 'refused' && (
            <>
              <FailedStep error={file.error} />
              <button type="button" className="plain-button undo-button" onClick={() => onRemove([file.key])}>
                Leave it out
              </button>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
