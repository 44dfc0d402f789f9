import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { openStore } from '../../store/open.ts'
import { runCommand, startServed } from './served.ts'
import { anInteraction, openLine } from './tell.ts'

const together = 500
const importsSchema = z.object({ imports: z.array(z.object({ state: z.string() })) })

/** Tells a fresh store the same facts without any fault, reads both, and holds every contact and issue against the other. */
export async function compareWithClean(
  dataDir: string,
  load: string,
  prepare: (dataDir: string) => Promise<void>,
): Promise<string> {
  const clean = join(dataDir, '../clean')
  await prepare(clean)
  const facts = await listTold(dataDir, load)
  await tellAll(
    clean,
    facts.map((n) => anInteraction(load, n)),
  )
  const differing: string[] = []
  for (const what of ['interactions', 'contacts', 'issues']) {
    const [one, other] = [await readAndExport(dataDir, what), await readAndExport(clean, what)]
    if (one !== other) differing.push(what)
  }
  return differing.length === 0 ? `equal, ${facts.length} facts` : `differ in ${differing.join(', ')}`
}

async function listTold(dataDir: string, load: string): Promise<number[]> {
  const store = await openStore({ dataDir })
  const { rows } = await store.pool.query<{ id: string }>(
    "select distinct external_id as id from interactions where source = 'bench'",
  )
  await store.close()
  return rows.map(({ id }) => Number(id.slice(load.length + 1))).sort((a, b) => a - b)
}

async function tellAll(dataDir: string, interactions: readonly unknown[]): Promise<void> {
  const served = await startServed({ dataDir })
  const line = openLine(served.url, 1)
  for (let from = 0; from < interactions.length; from += together) {
    await line.tell(interactions.slice(from, from + together))
  }
  line.close()
  await served.end('SIGTERM')
}

/** Reads the whole store anew once, and writes out what was read. */
async function readAndExport(dataDir: string, what: string): Promise<string> {
  if (what === 'interactions') await readAnew(dataDir)
  return runCommand({ dataDir }, 'export', what, '--format', 'jsonl')
}

async function readAnew(dataDir: string): Promise<void> {
  const served = await startServed({ dataDir })
  const line = openLine(served.url, 1)
  await line.start()
  for (;;) {
    const { body } = await line.read('/api/workspaces/main/imports')
    const { imports } = importsSchema.parse(JSON.parse(body))
    if (imports.every(({ state }) => state === 'done')) break
    await pause(200)
  }
  line.close()
  await served.end('SIGTERM')
}
