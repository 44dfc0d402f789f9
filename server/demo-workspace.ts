import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { defaultStory, type StorySettings } from '../demo/walk.ts'
import { writeExport, writeLeavers } from '../demo/write-export.ts'
import { fileOnDisk } from '../sources/source-file.ts'
import type { Scope } from '../store/scope.ts'
import { listAllWorkspaces } from '../store/workspaces.ts'
import { fileDemoChanges } from './demo-changes.ts'
import { fileDemoDesk } from './demo-desk.ts'
import { enterOrAdd } from './gate.ts'
import { beginImport } from './imports/begin-import.ts'
import { type Import, runImport } from './imports/run-import.ts'
import type { Service } from './service.ts'

export const demoWorkspace = 'demo'

/** Loads the invented company by the same way as any export, when there is no workspace with data yet. */
export async function loadDemo(service: Service, say: (line: string) => void): Promise<void> {
  const workspaces = await listAllWorkspaces(service.store.pool)
  if (workspaces.some(({ readingId }) => readingId !== null)) return
  say('Loading an invented company, so that there is something to look at. That takes a minute or two.')
  const scope = await enterOrAdd(service, demoWorkspace, { isDemo: true })
  await readStory(service, scope, defaultStory, [deskFile, leaversFile])
  await fileDemoChanges(service, scope, defaultStory)
  await fileDemoDesk(service, scope, defaultStory)
}

type Told = { readonly name: string; write(story: StorySettings, path: string): Promise<void> }

export const deskFile: Told = {
  name: 'larkmoor-service-desk.csv',
  write: (story, path) => writeExport(story, path, 'csv'),
}

/** The same company's list of ended contracts, so that the cost can say who leaves because of what. */
export const leaversFile: Told = { name: 'larkmoor-ended-contracts.csv', write: writeLeavers }

/** Tells a story of the invented company into files, and reads those. */
export async function readStory(
  service: Service,
  scope: Scope,
  story: StorySettings,
  told: readonly Told[] = [deskFile],
): Promise<Import> {
  const folder = join(service.config.store.dataDir, 'demo')
  await mkdir(folder, { recursive: true })
  for (const { name, write } of told) await write(story, join(folder, name))
  const files = told.map(({ name }) => ({ ...fileOnDisk(join(folder, name)), path: join(folder, name) }))
  const begun = await beginImport(service, scope, { files, mapping: null })
  const done = await runImport(service, scope, begun, () => {})
  await rm(folder, { recursive: true, force: true })
  return done
}
