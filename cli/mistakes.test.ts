import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestCli, type TestCli } from './test-kit.ts'

let cli: TestCli

beforeAll(async () => {
  cli = await openTestCli()
}, 60_000)

afterAll(() => cli.service.close())

it('says which version it is, and helps whoever asks for it in any of the usual ways', async () => {
  expect(await cli.run('--version')).toMatchObject({ code: 0, out: expect.stringMatching(/^outside-in \d/) })
  for (const asked of [
    ['help', 'serve'],
    ['serve', '--help'],
    ['serve', '-h'],
  ])
    expect(await cli.run(...asked)).toMatchObject({ code: 0, out: expect.stringContaining('--host H') })
  expect(await cli.run('help', 'sevre')).toMatchObject({ code: 2, err: expect.stringContaining('“sevre”') })
})

it('a port that is taken is said as such, and what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const address = other.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const { code, err } = await cli.run('serve', '--port', String(port))
  expect(code).toBe(2)
  expect(err).toBe(
    `Port ${port} on 127.0.0.1 is taken, perhaps by another Outside-In.\nChoose another with --port, or stop the other one.\n`,
  )
  other.close()
})

it('a word that a command does not take, and a setting that fits nothing, are refused by name', async () => {
  expect((await cli.run('serve', 'tickets.csv')).err).toMatch(/^“tickets.csv” is not understood/)
  expect((await cli.run('serve', '--port', 'abc')).err).toMatch(/^“OUTSIDE_IN_PORT” must be a number/)
})

it('a folder where a file should be, and one that is not there, are not taken for a database that is away', async () => {
  const missing = join(cli.folder, 'missing', 'file')
  expect(await cli.run('backup', missing)).toMatchObject({
    code: 2,
    err: expect.stringMatching(
      /missing.* can’t be opened: there is no such folder\.\nName another file\.\n$/,
    ),
  })
  expect((await cli.run('demo', '--out', cli.folder)).err).toMatch(/it is a folder/)
})

it('a mistyped data folder is not taken for an empty store, nor a mistyped workspace for a new one', async () => {
  const typo = join(cli.folder, 'typo')
  for (const args of [
    ['backup', join(cli.folder, 'kept')],
    ['cost'],
    ['export', 'issues'],
    ['link', 'ann@example.org'],
  ])
    expect(await cli.run(...args, '--data', typo)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^Nothing is kept in .*typo\./),
    })
  expect(existsSync(typo)).toBe(false)
  expect(await cli.run('reread', '--workspace', 'typo')).toMatchObject({
    code: 2,
    err: 'There is no workspace “typo”.\nName one of these with --workspace: ours, strangers.\n',
  })
})
