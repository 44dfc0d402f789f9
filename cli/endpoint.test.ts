import { afterAll, beforeAll, expect, it } from 'vitest'
import { sealKey } from '../server/endpoint/setting/find-endpoint.ts'
import { openStandIn, type StandIn } from '../server/endpoint/test-kit.ts'
import { enterOrAdd } from '../server/gate.ts'
import { saveEndpointChoice } from '../store/endpoint-settings.ts'
import { openTestCli, type TestCli } from './test-kit.ts'

let servers: StandIn
let own: StandIn
let cli: TestCli

beforeAll(async () => {
  servers = await openStandIn()
  own = await openStandIn()
  cli = await openTestCli({
    OUTSIDE_IN_ENDPOINT_URL: servers.config.url,
    OUTSIDE_IN_ENDPOINT_KEY: 'secret-key',
    OUTSIDE_IN_EMBEDDING_MODEL: 'stand-in-embedding',
  })
})
afterAll(async () => {
  await Promise.all([servers.close(), own.close()])
  await cli.service.close()
})

/** So many that they are learned from in a thread. */
const rows = Array.from({ length: 2100 }, (_, n) => {
  const reason = ['My parcel has not arrived', 'My invoice is wrong', 'My password is refused'][n % 3]
  return `${n},c${n}@example.org,T${n},2026-0${1 + (n % 9)}-11T09:00:00Z,customer,,"${reason}, this is number ${n} of mine"`
})

it('whatever process reads a workspace asks whom the workspace named, and nobody where nothing leaves it', async () => {
  const file = cli.write('desk.csv', ['id,customer,ticket,created_at,author,team,remark', ...rows].join('\n'))
  const scope = await enterOrAdd(cli.service, 'own')
  const { pool } = cli.service.store
  const { url, embeddingModel, wordingModel, tokensAReading, tokensAMonth } = own.config
  await saveEndpointChoice(pool, scope, {
    kind: 'own',
    key: sealKey(cli.service.config, scope, 'secret-key'),
    isPrivate: true,
    ...{ url, embeddingModel, wordingModel, tokensAReading, tokensAMonth },
  })
  const report = await cli.report(file, '--workspace', 'own')
  expect(report.endpoint).toMatchObject({ engine: `stand-in-embedding at ${new URL(url).host}`, builtIn: 0 })
  expect(own.received).not.toEqual([])
  expect(servers.received).toEqual([])

  await saveEndpointChoice(pool, scope, { kind: 'nothing' })
  own.received.length = 0
  const { code, err } = await cli.run('reread', '--workspace', 'own')
  expect({ code, err }).toMatchObject({ code: 0 })
  expect({ own: own.received, servers: servers.received }).toEqual({ own: [], servers: [] })
})
