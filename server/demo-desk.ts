import { dayMs, hourMs } from '../core/base/time.ts'
import type { DeskStep, Given } from '../core/desk/step.ts'
import type { PastIssue } from '../core/guidelines/replay.ts'
import { company, type FiledGuideline, filedGuidelines, people } from '../demo/filed-guidelines.ts'
import type { StorySettings } from '../demo/walk.ts'
import { saveDeskPerson } from '../store/desk-people.ts'
import { holdDeskIssue } from '../store/desk-steps.ts'
import { addGrant } from '../store/grants.ts'
import { addGuideline, listPastIssues, putLive } from '../store/guidelines.ts'
import { type Connection, inTransaction } from '../store/postgres/client.ts'
import type { Scope } from '../store/scope.ts'
import { saveCompany } from '../store/workspaces.ts'
import { findPlantedCauses } from './demo-changes.ts'
import { keyFor, newId } from './desk/keys.ts'
import { keepSteps } from './desk/steps.ts'
import { refreshFigures } from './live/refresh-figures.ts'
import type { Service } from './service.ts'

const owner = 'Olga Brandt'
const rep = { kind: 'person', name: 'Rita Moss' } as const

/** Names Larkmoor's people at the desk, files its guidelines, and what its reps gave in the year before. */
export async function fileDemoDesk(service: Service, scope: Scope, story: StorySettings): Promise<void> {
  const planted = await findPlantedCauses(service, scope, story)
  const at = story.end - 300 * dayMs
  await inTransaction(service.store.pool, async (client) => {
    await saveCompany(client, scope, company)
    for (const person of people) await saveDeskPerson(client, scope, person)
    for (const { cause, given, ...rest } of filedGuidelines) {
      const causes = planted.get(cause) ?? []
      if (causes.length === 0) continue
      const id = await addGuideline(client, scope, { content: { ...rest, causes }, who: owner, at })
      await putLive(client, scope, { id, version: 1, at })
      const option = rest.options.find((one) => one.id === given?.option)
      if (given === null || option === undefined) continue
      const issues = await listPastIssues(client, scope, { causes, from: at, to: story.end - 60 * dayMs })
      const oldest = issues.toSorted((left, right) => left.at - right.at).slice(0, given.times)
      for (const issue of oldest) {
        await giveInPast(client, scope, {
          issue,
          given: { id: option.id, gives: option.gives, cost: option.cost, guideline: id, version: 1 },
          because: rest.intent,
        })
      }
    }
  })
  // Its pages say how customers are answered where a guideline holds.
  await refreshFigures(service, scope, 'as last')
}

type Past = { readonly issue: PastIssue; readonly given: Given; readonly because: FiledGuideline['intent'] }

/** On the day on which they first came: whether they came again is told by the record. */
async function giveInPast(client: Connection, scope: Scope, { issue, given, because }: Past): Promise<void> {
  const at = issue.at - issue.lastingDays * dayMs + hourMs
  const grant = newId()
  await holdDeskIssue(client, scope, issue.id)
  await addGrant(client, scope, {
    id: grant,
    key: keyFor(`told ${issue.id}`),
    issueId: issue.id,
    guidelineId: given.guideline,
    version: given.version,
    optionId: given.id,
    cost: given.cost,
    person: rep.name,
    exceptionId: null,
    at,
  })
  const steps: readonly DeskStep[] = [
    { kind: 'granted', grant, given, because },
    { kind: 'closed', solved: given.gives, promised: '' },
  ]
  await keepSteps(client, scope, { issue: issue.id, before: [], steps, by: rep, at })
}
