import { type DragEvent, useState } from 'react'

type Props = { readonly onFiles: (files: Iterable<File>) => void }

/** Where files are dropped or chosen. */
export function DropPlace({ onFiles }: Props) {
  const [isOver, setIsOver] = useState(false)
  function drop(event: DragEvent) {
    event.preventDefault()
    setIsOver(false)
    onFiles(event.dataTransfer.files)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field inside does the same by keyboard
    <div
      className={isOver ? 'drop-place drop-over' : 'drop-place'}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <p className="drop-words">Drop an export of your help desk here, or several</p>
      <label className="button button-first">
        Choose files
        <input
          type="file"
          multiple
          className="unseen"
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      </label>
      <p className="small soft">
        CSV, TSV, JSON, JSONL, XES, XLSX or a mailbox (MBOX, EML), also gzipped. Nothing leaves this machine.
      </p>
    </div>
  )
}
