import { chmodSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { defaultStory } from '../../demo/walk.ts'
import { makeApp } from '../../server/app.ts'
import { demoWorkspace, readStory } from '../../server/demo-workspace.ts'
import { enterOrAdd } from '../../server/gate.ts'
import { openService, type Service } from '../../server/service.ts'

const rounds = 40
const pages = ['overview', 'causes', 'issues', 'contacts', 'cases', 'signals/anger', 'rulings', 'imports']

/**
 * What the second wall costs a request: the same requests, in turns, behind it and as the owner of the store; and behind it
 * by two workspaces in turns, when each takes over the other's connections.
 */
export async function measureWall(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'outside-in-wall-'))
  chmodSync(folder, 0o755)
  const service = await openService({ data: folder, log: 'silent' }, {})
  try {
    const scope = await enterOrAdd(service, demoWorkspace)
    await readStory(service, scope, defaultStory)
    await enterOrAdd(service, 'other')
    const walled = makeApp(service)
    const owner = makeApp(withoutWall(service))
    console.log('| page | as the owner, ms (median) | behind the wall | two workspaces in turns |')
    console.log('|---|---:|---:|---:|')
    for (const page of pages) {
      const took: Record<'owner' | 'walled' | 'turns', number[]> = { owner: [], walled: [], turns: [] }
      const time = async (app: typeof walled, into: number[]) => {
        const started = performance.now()
        const reply = await app.request(`http://localhost/api/workspaces/${demoWorkspace}/${page}`)
        await reply.arrayBuffer()
        into.push(performance.now() - started)
      }
      for (let round = 0; round < rounds; round++) {
        await time(owner, took.owner)
        await time(walled, took.walled)
        await walled.request('http://localhost/api/workspaces/other/rulings')
        await time(walled, took.turns)
      }
      const figures = [took.owner, took.walled, took.turns].map((all) => median(all).toFixed(2))
      console.log(`| ${page} | ${figures.join(' | ')} |`)
    }
  } finally {
    await service.store.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function withoutWall(service: Service): Service {
  const store: Service['store'] = { ...service.store, within: () => store }
  return { ...service, store }
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN
}
