import { statSync } from 'node:fs'
import type { Instant } from '../../core/base/time.ts'
import type { ImportFile } from '../../store/imports.ts'

/** Whether a file is another one than when its reading began: to go on in its middle would mix the two. */
export function hasChanged({ path, bytesTotal }: ImportFile, since: Instant): boolean {
  const { size, mtimeMs } = statSync(path)
  return (bytesTotal !== null && size !== bytesTotal) || Math.floor(mtimeMs) > since
}
