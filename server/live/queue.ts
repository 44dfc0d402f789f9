import { addJob } from '../../store/jobs.ts'
import type { Client } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'

export function queueReadNew(client: Client, scope: Scope, share: number): Promise<void> {
  return addJob(client, {
    task: 'read-new',
    isFoundAgain: true,
    payload: { workspace: scope, share },
    key: `read-new ${scope} ${share}`,
  })
}

export function queueFigures(client: Client, scope: Scope, runAt: number): Promise<void> {
  return addJob(client, {
    task: 'refresh-figures',
    payload: { workspace: scope },
    key: `refresh-figures ${scope}`,
    runAt,
    priority: 1,
  })
}

export function queueFollowIssues(client: Client, scope: Scope, runAt: number): Promise<void> {
  return addJob(client, {
    task: 'follow-issues',
    payload: { workspace: scope },
    key: `follow-issues ${scope}`,
    runAt,
    priority: 2,
  })
}

export function queueReadAgain(client: Client, scope: Scope): Promise<void> {
  return addJob(client, {
    task: 'read-again',
    payload: { workspace: scope },
    key: `read-again ${scope}`,
    priority: 3,
  })
}

export function queueSearch(client: Client, scope: Scope, runAt?: number): Promise<void> {
  return addJob(client, {
    task: 'read-for-search',
    payload: { workspace: scope },
    key: `read-for-search ${scope}`,
    runAt,
    priority: 4,
  })
}

/** Behind what was told: the issue is opened from the store as it is then. */
export function queueDeskClock(client: Client, scope: Scope, issue: string): Promise<void> {
  return addJob(client, {
    task: 'desk-clock',
    isFoundAgain: true,
    payload: { workspace: scope, issue },
    key: `desk-clock ${scope} ${issue}`,
  })
}

export function queueForgetOld(client: Client, scope: Scope, runAt: number): Promise<void> {
  return addJob(client, {
    task: 'forget-old',
    payload: { workspace: scope },
    key: `forget-old ${scope}`,
    runAt,
    priority: 4,
  })
}
