import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openStore } from '../open.ts'
import { describeSchema, toSql, toTypescript } from './describe.ts'

/** Run after a new migration: node store/postgres/write-schema.ts */
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'outside-in-schema-'))
// The server may run as another user, who has to get in.
chmodSync(dataDir, 0o755)
const store = await openStore({ dataDir })
const schema = await describeSchema(store.pool)
writeFileSync(new URL('../schema.sql', import.meta.url), toSql(schema))
writeFileSync(new URL('../schema.ts', import.meta.url), toTypescript(schema))
await store.close()
rmSync(dataDir, { recursive: true })
