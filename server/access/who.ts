import { may, type Role, type Verb, whyMayNot } from '../../contract/access.ts'
import type { Service } from '../service.ts'

/** Who asks: while nobody has signed up, whoever sits at this machine. */
export type Who = { readonly kind: 'machine' }

/** Finds out who sent a request. */
export async function findWho(_service: Service, _request: Request): Promise<Who> {
  return { kind: 'machine' }
}

/** What they are in a workspace; null when they have nothing to do there. */
export async function findRole(_service: Service, _who: Who, _workspaceId: number): Promise<Role | null> {
  return 'admin'
}

/** Why they may not; null when they may. Whoever opens the demo has no need to know anybody's name. */
export function whyNot(who: Who, role: Role, verb: Verb): string | null {
  if (who.kind === 'machine') return verb === 'know' ? 'Without sign-in everybody is masked.' : null
  return may(role, verb) ? null : whyMayNot(role, verb)
}
