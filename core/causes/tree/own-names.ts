import { type CauseId, causeId } from '../../base/ids.ts'
import { hashText } from '../../text/hash.ts'

/** A name that nobody has: itself, or with the smallest number that makes it one. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let own = name
  for (let number = 2; taken.has(own.toLowerCase()); number++) own = `${name} (${number})`
  return own
}

/** The id of a cause found under this name; another one where a cause known before has that. */
export function freeId(id: CauseId, taken: ReadonlySet<CauseId>): CauseId {
  let own = id
  for (let number = 2; taken.has(own); number++) own = causeId(`cause-${hashText(`${id} ${number}`)}`)
  return own
}
