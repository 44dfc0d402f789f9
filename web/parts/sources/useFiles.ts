import { useState } from 'react'
import { saveUpload } from '../../api.ts'
import { type SentFile, toKept, withFile } from './drafts.ts'

/** The files that were dropped, each with how far it is. */
export function useFiles(workspace: string) {
  const [files, setFiles] = useState<readonly SentFile[]>([])
  const put = (next: SentFile) => setFiles((known) => withFile(known, next))

  function send(file: File) {
    const key = crypto.randomUUID()
    const { name } = file
    setFiles((known) => [...known, { kind: 'sending', key, name, share: 0 }])
    saveUpload(workspace, file, (share) => put({ kind: 'sending', key, name, share })).then(
      (upload) => put(toKept(key, name, upload)),
      (error: unknown) => put({ kind: 'refused', key, name, error }),
    )
  }

  return {
    files,
    add: (chosen: Iterable<File>) => {
      for (const file of chosen) send(file)
    },
    remove: (keys: readonly string[]) => setFiles((known) => known.filter(({ key }) => !keys.includes(key))),
  }
}
