import { chmod, mkdtemp, rm, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultStory } from '../../demo/walk.ts'
import { writeExport } from '../../demo/write-export.ts'
import { openStore, type StorePlace } from '../../store/open.ts'
import { runCommand, startServed } from '../live/served.ts'
import { measureDeskSpeed } from './desk-speed.ts'

const opened = 100

/** How long the desk takes on workspaces of these sizes, each told and read anew. */
export async function measureDeskGrowth(sizes: readonly number[]): Promise<void> {
  for (const size of sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'outside-in-desk-'))
    await chmod(folder, 0o755)
    try {
      await measureOne({ dataDir: join(folder, 'data') }, { size, file: join(folder, 'told.csv') })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}

async function measureOne(
  place: StorePlace,
  { size, file }: { readonly size: number; readonly file: string },
): Promise<void> {
  await writeExport({ ...defaultStory, interactions: size }, file, 'csv')
  await runCommand(place, 'read', file, '--workspace', 'demo', '--json')
  await unlink(file)
  const issues = await chooseIssues(place)
  const servers = [await startServed(place), await startServed(place)]
  try {
    console.log(`\n${size} interactions\n`)
    await measureDeskSpeed(servers, issues)
  } finally {
    for (const server of servers.toReversed()) await server.end('SIGTERM')
  }
}

/** Issues all over the workspace, whose desk goes on from where its records end, as an invented company's does. */
async function chooseIssues(place: StorePlace): Promise<string[]> {
  const store = await openStore(place)
  try {
    await store.pool.query('update workspaces set is_demo = true')
    const { rows } = await store.pool.query<{ id: string }>(
      'select id from issues where has_customer order by id limit $1',
      [opened],
    )
    return rows.map(({ id }) => id)
  } finally {
    await store.close()
  }
}
