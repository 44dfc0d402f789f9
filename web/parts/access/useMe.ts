import { useQuery } from '@tanstack/react-query'
import { type Role, type Verb, whyMayNot } from '../../../contract/access.ts'
import { queries } from '../../queries.ts'

/** Why whoever looks may not do it here, from the table that the server decides by; null when they may, or while it is not known. */
export function useWhyNot(workspace: string, verb: Verb): string | null {
  return useWhyNots(workspace)(verb)
}

/** The same for several verbs. */
export function useWhyNots(workspace: string): (verb: Verb) => string | null {
  const me = useQuery(queries.me()).data
  const role: Role | undefined = me?.roles[workspace]
  return (verb) => {
    if (me === undefined || role === undefined) return null
    return me.kind === 'open' ? (notWithoutSignIn[verb] ?? null) : whyMayNot(role, verb)
  }
}

const notWithoutSignIn: Partial<Record<Verb, string>> = {
  administer:
    'Nobody has signed up yet. Open the link that the server printed at its start; then people and keys are managed here.',
  know: 'Without sign-in everybody is masked.',
}

/** Whether they may do it here, once it is known. */
export function useMay(workspace: string, verb: Verb): boolean {
  const isKnown = useQuery(queries.me()).data?.roles[workspace] !== undefined
  const why = useWhyNot(workspace, verb)
  return isKnown && why === null
}
