import type { Scope } from '../../store/scope.ts'
import { forgetOldTask } from '../access/forget-old.ts'
import { sendAnswerTask } from '../answers/send-answer.ts'
import { pullConnectorTask } from '../connectors/pull/pull-connector.ts'
import { deskClockTask } from '../desk/deadlines.ts'
import { followIssuesTask, readNewTask, refreshFiguresTask } from '../live/current-tasks.ts'
import { readAgain } from '../live/read-again.ts'
import { readForSearchTask } from '../search/read-for-search.ts'
import type { Service } from '../service.ts'

/** Work in a workspace; it may be done twice, and must then have done it once. */
export type Task = (
  service: Service,
  scope: Scope,
  payload: Readonly<Record<string, unknown>>,
) => Promise<void>

/**
 * What somebody waits for, by the name under which it is queued, and what takes its time. Each has a thread of its own,
 * so that no long work on all of a workspace keeps a single interaction from being read.
 */
export const lanes = {
  prompt: {
    'read-new': readNewTask,
    'pull-connector': pullConnectorTask,
    'send-answer': sendAnswerTask,
    'desk-clock': deskClockTask,
  },
  patient: {
    'refresh-figures': refreshFiguresTask,
    'follow-issues': followIssuesTask,
    'read-again': readAgain,
    'read-for-search': readForSearchTask,
    'forget-old': forgetOldTask,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Task>>>>

export type Lane = keyof typeof lanes
