import { existsSync, readdirSync, statSync } from 'node:fs'
import { Failure } from '../contract/failures.ts'
import { readConfig } from '../server/config.ts'
import { openService, type Service } from '../server/service.ts'

/** Opens what is kept already: a mistyped folder must not be taken for a store with nothing in it. */
export async function openKept(data: string | undefined): Promise<Service> {
  const stated = { data, log: 'warn' }
  const { store } = readConfig(process.env, stated)
  if (!('databaseUrl' in store) && isBare(store.dataDir)) {
    throw new Failure(
      'notFound',
      `Nothing is kept in ${store.dataDir}.`,
      'Name the folder that serve and read keep it in with --data, or set DATABASE_URL.',
    )
  }
  return openService(stated, process.env)
}

/** Not there, or without anything in it. What is no folder, the store refuses. */
function isBare(folder: string): boolean {
  if (!existsSync(folder)) return true
  return statSync(folder).isDirectory() && readdirSync(folder).length === 0
}
