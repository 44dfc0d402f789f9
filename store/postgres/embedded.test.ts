import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { makeTestFolder } from '../test-kit.ts'
import { makeLibraryLinks } from './binaries.ts'
import { openEmbedded, type Server } from './embedded.ts'
import { findUnreachable } from './folders.ts'
import { pause } from './knock.ts'
import { isAlive } from './postmaster.ts'

const isRoot = process.getuid?.() === 0
const opened: Server[] = []
const folders: string[] = []

afterEach(async () => {
  for (const server of opened.splice(0)) await server.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function aFolder(): string {
  const folder = makeTestFolder()
  folders.push(folder)
  return folder
}

async function open(dataDir: string): Promise<Server> {
  const server = await openEmbedded({ dataDir })
  opened.push(server)
  return server
}

async function query(server: Server, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ ...server.connection, database: 'postgres' })
  await client.connect()
  try {
    return (await client.query({ text: statement, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

function postmasterPid(dataDir: string): number {
  return Number.parseInt(readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10)
}

/** Another process of ours that opens the store of a folder, says so, and stays. */
async function openElsewhere(dataDir: string): Promise<ChildProcess> {
  const script = `const { openEmbedded } = await import(${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)})
    const server = await openEmbedded({ dataDir: ${JSON.stringify(dataDir)} })
    process.once('message', () => server.close().then(() => process.exit(0)))
    process.send('open')`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  await once(child, 'message')
  return child
}

test('only the owner may enter the folder with the socket, and nothing listens on the network', async () => {
  const server = await open(aFolder())
  const { mode, uid } = statSync(server.connection.host)
  expect(mode & 0o777).toBe(0o700)
  expect(uid).toBe(isRoot ? 65534 : process.getuid?.())
  expect(await query(server, 'show listen_addresses')).toEqual([''])
})

test('what it keeps is safe: UTF-8, byte order, durable commits', async () => {
  const server = await open(aFolder())
  expect(await query(server, 'show server_encoding')).toEqual(['UTF8'])
  expect(await query(server, "select 'B' < 'a'")).toEqual([true])
  expect(
    await query(server, "select setting from pg_settings where name in ('fsync', 'synchronous_commit')"),
  ).toEqual(['on', 'on'])
})

test('the last one out stops the server', async () => {
  const dataDir = aFolder()
  const one = await openEmbedded({ dataDir })
  const two = await open(dataDir)
  const pid = postmasterPid(dataDir)
  await one.close()
  expect(await query(two, 'select 1')).toEqual([1])
  await opened.pop()?.close()
  expect(isAlive(pid) && existsSync(path.join(dataDir, 'postgres/postmaster.pid'))).toBe(false)
})

test('a second process joins the server of the first, which may leave before it', async () => {
  const dataDir = aFolder()
  const other = await openElsewhere(dataDir)
  const server = await open(dataDir)
  other.send('leave')
  await once(other, 'exit')
  expect(await query(server, 'select 1')).toEqual([1])
})

test('two processes that make one data folder at the same time end up on one server', async () => {
  const dataDir = aFolder()
  const [first, second] = await Promise.all([openElsewhere(dataDir), openElsewhere(dataDir)])
  for (const process of [first, second]) {
    process.send('leave')
    expect(await once(process, 'exit')).toEqual([0, null])
  }
  expect(existsSync(path.join(dataDir, 'postgres/postmaster.pid'))).toBe(false)
})

test('a server whose process was killed is taken over, with all that was committed', async () => {
  const dataDir = aFolder()
  const other = await openElsewhere(dataDir)
  const pid = postmasterPid(dataDir)
  other.kill('SIGKILL')
  await once(other, 'exit')
  const server = await open(dataDir)
  expect(postmasterPid(dataDir)).toBe(pid)
  await opened.pop()?.close()
  expect(existsSync(path.join(dataDir, 'postgres/postmaster.pid'))).toBe(false)
  expect(server.connection.host).toBe(path.join(dataDir, 'socket'))
})

test('a process that is told to end takes its server with it', async () => {
  const dataDir = aFolder()
  const other = await openElsewhere(dataDir)
  other.kill('SIGTERM')
  expect(await once(other, 'exit')).toEqual([null, 'SIGTERM'])
  while (existsSync(path.join(dataDir, 'postgres/postmaster.pid'))) await pause(20)
})

test('a PostgreSQL that can’t come back now is tried until it does', async () => {
  const dataDir = aFolder()
  const server = await open(dataDir)
  const control = path.join(dataDir, 'postgres/global')
  const pid = postmasterPid(dataDir)
  renameSync(control, `${control}.away`)
  process.kill(pid, 'SIGKILL')
  const log = path.join(dataDir, 'postgres.log')
  while (!readFileSync(log, 'utf8').includes('could not open file')) await pause(20)
  renameSync(`${control}.away`, control)
  while ((await query(server, 'select 1').catch(() => null)) === null) await pause(20)
})

test('a killed PostgreSQL comes back with what was committed', async () => {
  const dataDir = aFolder()
  const first = await open(dataDir)
  await query(first, 'create table kept (n int)')
  await query(first, 'insert into kept values (42)')
  process.kill(postmasterPid(dataDir), 'SIGKILL')
  const second = await open(dataDir)
  expect(await query(second, 'select n from kept')).toEqual([42])
})

test('who has the store open gets a new server when the old one is killed', async () => {
  const dataDir = aFolder()
  const server = await open(dataDir)
  const pid = postmasterPid(dataDir)
  process.kill(pid, 'SIGKILL')
  while (!existsSync(path.join(dataDir, 'postgres/postmaster.pid')) || postmasterPid(dataDir) === pid)
    await pause(20)
  await open(dataDir)
  expect(await query(server, 'select 1')).toEqual([1])
})

test('an empty note that a crash left is no hindrance', async () => {
  const dataDir = aFolder()
  await (await openEmbedded({ dataDir })).close()
  const note = path.join(dataDir, 'postgres/postmaster.pid')
  writeFileSync(note, '')
  utimesSync(note, 0, 0)
  expect(await query(await open(dataDir), 'select 1')).toEqual([1])
})

test('a note of a process that is no PostgreSQL is no hindrance', async () => {
  const dataDir = aFolder()
  await (await openEmbedded({ dataDir })).close()
  const note = `${process.ppid}\n${dataDir}/postgres\n0\n5432\n${dataDir}/socket\n\n0 0\nready\n`
  writeFileSync(path.join(dataDir, 'postgres/postmaster.pid'), note)
  expect(await query(await open(dataDir), 'select 1')).toEqual([1])
})

test('a long path to the data folder gets a short path to the socket', async () => {
  const dataDir = path.join(aFolder(), 'a folder with spaces and a long name '.repeat(4).trim())
  const server = await open(dataDir)
  expect(server.connection.host.length).toBeLessThan(100)
  expect(statSync(server.connection.host).mode & 0o777).toBe(0o700)
  folders.push(server.connection.host)
  expect(await query(server, 'select 1')).toEqual([1])
})

test('missing library links are made, and made once', () => {
  const native = path.join(aFolder(), 'native')
  mkdirSync(path.join(native, 'lib'), { recursive: true })
  writeFileSync(path.join(native, 'lib/libx.so.1.2'), 'x')
  const links = [{ source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so.1' }]
  writeFileSync(path.join(native, 'pg-symlinks.json'), JSON.stringify(links))
  makeLibraryLinks(native)
  makeLibraryLinks(native)
  expect(readFileSync(path.join(native, 'lib/libx.so.1'), 'utf8')).toBe('x')
})

test('a folder that only root may enter serves as well, after a crash too', async () => {
  const closed = path.join(aFolder(), 'closed')
  mkdirSync(closed, { mode: 0o700 })
  expect(findUnreachable(closed, { uid: 54321, gid: 54321 })).toBe(closed)
  for (const dataDir of [closed, path.join(closed, 'data')]) {
    const server = await open(dataDir)
    await query(server, 'create table kept (n int)')
    await query(server, 'insert into kept values (42)')
    process.kill(postmasterPid(dataDir), 'SIGKILL')
    expect(await query(await open(dataDir), 'select n from kept')).toEqual([42])
  }
  expect(statSync(closed).mode & 0o777).toBe(0o700)
})

test('a file in the place of the folder is refused in plain words', async () => {
  const file = path.join(aFolder(), 'file')
  writeFileSync(file, '')
  await expect(openEmbedded({ dataDir: file })).rejects.toThrow(`${file} is not a folder`)
})

test('a data folder of another PostgreSQL version is refused in plain words', async () => {
  const dataDir = aFolder()
  mkdirSync(path.join(dataDir, 'postgres'))
  writeFileSync(path.join(dataDir, 'postgres/PG_VERSION'), '12\n')
  chmodSync(path.join(dataDir, 'postgres'), 0o700)
  await expect(openEmbedded({ dataDir })).rejects.toThrow('was written by PostgreSQL 12')
})
