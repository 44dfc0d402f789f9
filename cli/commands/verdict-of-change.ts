import { ownWorkspace } from '../../contract/own-workspace.ts'
import { judgeNamedChange } from '../../server/changes/find-named-change.ts'
import { enterByName } from '../../server/gate.ts'
import { toJudgementJson } from '../judgement-json.ts'
import type { ExitCode } from '../main.ts'
import { openKept } from '../open-kept.ts'
import { sayJudgement } from '../say-judgement.ts'
import { print } from '../terminal.ts'

export type ChangeAsked = {
  readonly change: string
  readonly data: string | undefined
  readonly workspace: string | undefined
  readonly json: boolean
}

const remarks = ['Contacts in the scope of the change, held against contacts that no change touches.']
const unfelt = 'nobody has felt this change yet'

/** Says what a change did, in the same words as its page. */
export async function verdictOfChange({ change, data, workspace, json }: ChangeAsked): Promise<ExitCode> {
  const service = await openKept(data)
  try {
    const scope = await enterByName(service, workspace ?? ownWorkspace)
    const judged = await judgeNamedChange(service, scope, change)
    await print(json ? `${JSON.stringify(toJson(judged), null, 2)}\n` : toText(judged))
  } finally {
    await service.store.close()
  }
  return 0
}

type Judged = Awaited<ReturnType<typeof judgeNamedChange>>

function toText(judged: Judged): string {
  return judged === null ? `Cannot say, because ${unfelt}.\n` : sayJudgement(judged.judgement, remarks)
}

function toJson(judged: Judged) {
  if (judged !== null) return toJudgementJson(judged.judgement, remarks)
  return {
    version: 1,
    verdict: { kind: 'cannotSay', because: unfelt },
    says: `Cannot say, because ${unfelt}.`,
  }
}
