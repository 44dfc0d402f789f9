import { once } from 'node:events'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  aMail,
  connectMailbox,
  type Letterbox,
  type MailHouse,
  mailboxInput,
  openMailHouse,
} from '../server/answers/test-kit.ts'
import { enterOrAdd } from '../server/gate.ts'
import { openTestApi } from '../server/test-kit.ts'
import { openTestCli, type TestCli } from './test-kit.ts'

const base = '/api/workspaces/mail'
const customer = 'slow@example.org'

let cli: TestCli
let house: MailHouse
let box: Letterbox

beforeAll(async () => {
  cli = await openTestCli({ OUTSIDE_IN_PRIVATE_ENDPOINTS: 'yes' })
  house = await openMailHouse()
  house.dovecot.open(customer)
  const scope = await enterOrAdd(cli.service, 'mail')
  const api = openTestApi(cli.service)
  box = await connectMailbox(cli.service, scope, { api, base, input: mailboxInput(house) })
})
afterAll(async () => {
  await house.close()
  await cli.service.close()
})

function until(state: string): Promise<void> {
  return cli.until('select from answers where state = $1', [state])
}

it('a worker that is killed while the mail server takes an answer leaves it to a person, and no other sends it again', async () => {
  house.dovecot.deliver(aMail('slow', { From: customer, Subject: 'Noise' }, 'The boiler hums.'))
  await box.pull()
  const issue = await box.issueOf(customer)
  const killed = cli.start('work')
  await box.answer(issue, 'On Monday.')
  await until('sending')
  killed.kill('SIGKILL')
  await once(killed, 'exit')

  await cli.service.store.pool.query(`update answers set next_try_at = now() - interval '1 second'`)
  const other = cli.start('work')
  await until('unclear')
  const [answer] = (await box.answers(issue)).written
  expect(answer).toMatchObject({ state: 'unclear', failure: expect.stringMatching(/may have gone out/) })
  expect(house.dovecot.read(customer).length).toBeLessThanOrEqual(1)
  other.kill('SIGTERM')
  await once(other, 'exit')
})
