import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '..')
const folder = mkdtempSync(path.join(os.tmpdir(), 'outside-in-audit-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What a registry says of our dependencies when it is asked in bulk; null: it refuses to be asked. */
type Advisories = Readonly<Record<string, readonly object[]>> | null

const aFlaw = {
  id: 1,
  url: 'https://registry.example/advisories/1',
  title: 'Says too much',
  vulnerable_versions: '*',
  cwe: [],
  cvss: { score: 9, vectorString: null },
}

/** Asks a registry that answers so, over HTTP and by npm itself. */
async function audit(advisories: Advisories) {
  const registry = createServer((request, response) => {
    const isAsked = request.method === 'POST' && request.url?.endsWith('/advisories/bulk')
    response.writeHead(isAsked && advisories !== null ? 200 : 405, { 'content-type': 'application/json' })
    response.end(JSON.stringify(isAsked ? advisories : {}))
  }).listen(0, '127.0.0.1')
  await once(registry, 'listening')
  const { port } = registry.address() as AddressInfo
  const child = spawn(process.execPath, [path.join(root, 'scripts/audit.mjs')], {
    cwd: root,
    env: {
      ...process.env,
      npm_config_registry: `http://127.0.0.1:${port}/`,
      // npm remembers flaws from one registry to the next.
      npm_config_cache: mkdtempSync(path.join(folder, 'cache-')),
    },
  })
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])
  registry.close()
  return { said, code }
}

test('a high flaw that the registry knows is told by name, and is a failure', async () => {
  const { said, code } = await audit({ kysely: [{ ...aFlaw, severity: 'high' }] })
  expect(said).toContain('kysely (high)')
  expect(code).toBe(1)
})

test.each([
  ['no flaw', {}, 'knows no high or critical flaw'],
  ['a moderate one', { kysely: [{ ...aFlaw, severity: 'moderate' }] }, 'knows no high or critical flaw'],
  ['a registry that refuses', null, 'could not be asked'],
])('%s is none', async (_, advisories, said) => {
  expect(await audit(advisories)).toEqual({ said: expect.stringContaining(said), code: 0 })
})
