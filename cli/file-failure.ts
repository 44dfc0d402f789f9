import { Failure } from '../contract/failures.ts'

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'a part of the path is no folder',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  EROFS: 'its disk can’t be written to',
}

/** What a file that a command was told to read or write has against it; null when it is about no file. */
export function toFileFailure(error: unknown): Failure | null {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return null
  const reason = reasons[String(error.code)]
  if (reason === undefined || ('syscall' in error && error.syscall === 'connect')) return null
  return new Failure('badInput', `${error.path} can’t be opened: ${reason}.`, 'Name another file.')
}
