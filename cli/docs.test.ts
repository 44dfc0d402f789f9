import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enterOrAdd } from '../server/gate.ts'
import { startTestServer } from '../server/test-kit.ts'
import { end } from './test-kit.ts'

const project = join(import.meta.dirname, '..')
const pages = ['README.md', ...readdirSync(join(project, 'docs')).map((name) => `docs/${name}`)]

/** Blocks that say so are run, each in a shell of its own, in the order in which a reader meets them. */
const blocks = pages
  .filter((page) => page.endsWith('.md'))
  .flatMap((page) => {
    const text = readFileSync(join(project, page), 'utf8')
    return [...text.matchAll(/^```sh run\n(.*?)^```/gms)].map(([, script = ''], index) => ({
      name: `${page}, block ${index + 1}`,
      script,
    }))
  })

let server: Awaited<ReturnType<typeof startTestServer>>

beforeAll(async () => {
  server = await startTestServer({ withDemo: false })
  await enterOrAdd(server.service, 'main')
})

afterAll(() => server.close())

it.each(blocks)('$name runs as it is written', async ({ script }) => {
  const shell = spawn('bash', [
    '-euo',
    'pipefail',
    '-c',
    script.replaceAll('http://127.0.0.1:4000', server.url),
  ])
  expect(await end(shell)).toMatchObject({ code: 0, err: '' })
})

it('there is something to run', () => {
  expect(blocks.length).toBeGreaterThan(3)
})
