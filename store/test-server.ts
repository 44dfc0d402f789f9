import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openStore } from './open.ts'
import { openEmbedded } from './postgres/embedded.ts'
import { filledOf, makeTestFolder, onDatabase } from './test-kit.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A database with the newest schema and no rows, which each test file copies. */
    templateUrl: string
  }
}

/** Once in a run: the server that all tests of the store use, and the database that they copy. */
export async function setup(project: TestProject) {
  const server = await startServer()
  const template = `outside_in_test_${randomUUID().slice(0, 8)}`
  const admin = new pg.Client(server.url)
  await admin.connect()
  await admin.query(`create database ${template}`)
  const templateUrl = onDatabase(server.url, template)
  await (await openStore({ databaseUrl: templateUrl })).close()
  project.provide('templateUrl', templateUrl)
  return async () => {
    for (const name of [template, filledOf(templateUrl)]) await admin.query(`drop database if exists ${name}`)
    await admin.end()
    await server.close()
  }
}

/** The one setting of a test run. */
const databaseUrl = process.env.DATABASE_URL

async function startServer() {
  if (databaseUrl) {
    console.log('The store is tested on the server of DATABASE_URL.')
    return { url: databaseUrl, close: async () => {} }
  }
  console.log('The store is tested on an embedded PostgreSQL.')
  const dataDir = makeTestFolder()
  const server = await openEmbedded({ dataDir })
  const { host, user } = server.connection
  return {
    url: `postgres://${user}@localhost/postgres?host=${encodeURIComponent(host)}`,
    close: async () => {
      await server.close()
      rmSync(dataDir, { recursive: true })
    },
  }
}
