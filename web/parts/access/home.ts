import type { Role } from '../../../contract/access.ts'
import { paths } from '../../paths.ts'

/** The room in which each role begins its day. */
const homes: Readonly<Record<Role, (workspace: string) => string>> = {
  rep: paths.desk,
  lead: (workspace) => paths.review(workspace),
  owner: paths.causes,
  analyst: paths.causes,
  executive: paths.today,
  admin: paths.today,
}

export function homeOf(role: Role | undefined, workspace: string): string {
  return homes[role ?? 'admin'](workspace)
}
