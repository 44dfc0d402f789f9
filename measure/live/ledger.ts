import { setTimeout as pause } from 'node:timers/promises'
import { openStore } from '../../store/open.ts'
import { anInteraction, openLine } from './tell.ts'

/** What was acknowledged, whatever happened to whoever acknowledged it. */
export type Ledger = {
  readonly acknowledged: ReadonlySet<string>
  /** Stops telling and waits until the last answers are there. */
  stop(): Promise<void>
}

/** Tells one interaction after the other from several sides, each until somebody says that it is kept. */
export function keepTelling(load: string, urls: () => readonly string[], sides = 6): Ledger {
  const acknowledged = new Set<string>()
  let isOver = false
  let next = 0
  const tellAll = async () => {
    while (!isOver) {
      const n = next++
      const { externalId } = anInteraction(load, n)
      while (!isOver && !(await tellEverywhere(urls(), anInteraction(load, n)))) await pause(20)
      if (!isOver) acknowledged.add(externalId)
    }
  }
  const running = Promise.all(Array.from({ length: sides }, tellAll))
  return {
    acknowledged,
    stop: async () => {
      isOver = true
      await running
    },
  }
}

/** To every server at once, where there are several; true when all say that it is kept. */
async function tellEverywhere(urls: readonly string[], interaction: unknown): Promise<boolean> {
  if (urls.length === 0) return false
  const answers = await Promise.all(urls.map((url) => tellOne(url, interaction)))
  return answers.every(Boolean)
}

async function tellOne(url: string, interaction: unknown): Promise<boolean> {
  const line = openLine(url, 1)
  try {
    const { status, body } = await line.tell(interaction)
    return status === 200 && /"state":"(stored|duplicate)"/.test(body)
  } catch {
    return false
  } finally {
    line.close()
  }
}

export type Audit = {
  readonly acknowledged: number
  readonly lost: number
  readonly doubled: number
}

/** Holds what was acknowledged against what the store has. */
export async function audit(dataDir: string, { acknowledged }: Ledger): Promise<Audit> {
  const store = await openStore({ dataDir })
  try {
    const { rows } = await store.pool.query<{ id: string }>(
      "select external_id as id from interactions where source = 'bench'",
    )
    const kept = new Set(rows.map(({ id }) => id))
    const lost = [...acknowledged].filter((id) => !kept.has(id)).length
    return { acknowledged: acknowledged.size, lost, doubled: rows.length - kept.size }
  } finally {
    await store.close()
  }
}
