import { useQuery } from '@tanstack/react-query'
import { type Role, type Verb, whyMayNot } from '../../../contract/access.ts'
import { queries } from '../../queries.ts'

/** Why whoever looks may not do it here, from the table that the server decides by; null when they may, or while it is not known. */
export function useWhyNot(workspace: string, verb: Verb): string | null {
  const me = useQuery(queries.me()).data
  const role: Role | undefined = me?.roles[workspace]
  if (me === undefined || role === undefined) return null
  if (me.kind === 'open' && verb === 'administer') {
    return 'Nobody has signed up yet. Open the link that the server printed at its start; then people and keys are managed here.'
  }
  return me.kind === 'open' ? null : whyMayNot(role, verb)
}
