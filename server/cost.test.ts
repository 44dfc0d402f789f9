import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../contract/routes.ts'
import { isKnown } from '../core/base/cannot-say.ts'
import { deskFile, leaversFile, readStory } from './demo-workspace.ts'
import { enterOrAdd } from './gate.ts'
import { buildReport } from './reports/build-report.ts'
import {
  asJson,
  openTestApi,
  openTestService,
  shortStory,
  type TestApi,
  type TestService,
} from './test-kit.ts'

const path = '/api/workspaces/story/cost'
let service: TestService
let api: TestApi

beforeAll(async () => {
  service = await openTestService()
  api = openTestApi(service)
  const scope = await enterOrAdd(service, 'story')
  await readStory(service, scope, { ...shortStory, interactions: 6_000 }, [deskFile, leaversFile])
}, 120_000)

afterAll(() => service.close())

async function findCost(query = '') {
  const { cost } = await api.call(routes.findCost, `${path}${query}`)
  if (!isKnown(cost)) throw new Error(cost.cannotSay)
  return cost
}

describe('the cost', () => {
  it('is the same in the report, and the same each time', async () => {
    const report = await buildReport(service, await enterOrAdd(service, 'story'), null)
    expect(report.costOfDoingNothing).toEqual(await findCost())
  })

  it('can be asked for some causes and months, and says the same of each cause', async () => {
    const whole = await findCost()
    const [first, second] = whole.byCause
    if (first === undefined || second === undefined) throw new Error('expected two causes')
    const some = await findCost(`?causes=${second.id},${encodeURIComponent(first.name.toUpperCase())}`)
    expect(some.byCause).toEqual([first, second])
    expect(some.mid).toBeLessThan(whole.mid)
    const half = await findCost('?months=6')
    expect(half.fan).toHaveLength(6)
    expect(half.fan[5]?.mid).toBeCloseTo(whole.fan[5]?.mid ?? 0, -2)
  })

  it.each([
    ['?months=0', 400],
    ['?months=900', 400],
    ['?causes=', 400],
    ['?causes=nothing%20of%20the%20kind', 400],
  ])('refuses %s', async (query, status) => {
    expect((await api.ask(`${path}${query}`)).status).toBe(status)
  })

  it('counts who leaves because of a cause from a list of those who left, none of whom came for that', async () => {
    const { inputs } = await api.call(routes.findCost, path)
    if (!isKnown(inputs)) throw new Error(inputs.cannotSay)
    const compared = inputs.history.causes.filter(({ leaving }) => isKnown(leaving))
    expect(compared.length).toBeGreaterThan(2)
    const { report } = await api.call(routes.findOverview, '/api/workspaces/story/overview')
    const desk = await enterOrAdd(service, 'desk alone')
    await readStory(service, desk, { ...shortStory, interactions: 6_000 })
    const alone = await buildReport(service, desk, null)
    expect(report.counts).toEqual({ ...alone.counts, interactions: report.counts.interactions })
  }, 120_000)
})

describe('assumptions', () => {
  const save = (body: unknown) => api.ask(`${path}/assumptions`, { method: 'put', ...asJson(body) })
  const hour = { name: 'costPerHour', low: 41, mid: 42, high: 43 }
  const find = async (name: string) => (await findCost()).assumptions.find((one) => one.name === name)

  it('are kept with who entered them, and stay theirs until the number changes', async () => {
    await save({ assumptions: [hour], by: 'Ann', currency: 'CHF' })
    expect(await find('costPerHour')).toMatchObject({
      mid: 42,
      reference: expect.stringContaining('Entered by Ann'),
    })
    expect((await findCost()).currency).toBe('CHF')
    const value = { name: 'customerValue', low: 100, mid: 200, high: 300 }
    await save({ assumptions: [hour, value], by: 'Ben' })
    expect((await find('costPerHour'))?.reference).toContain('Entered by Ann')
    expect((await find('customerValue'))?.reference).toContain('Entered by Ben')
    expect((await findCost()).lines.map(({ line }) => line)).toContain('lost')
  })

  it.each([
    ['a negative cost', { ...hour, low: -1 }],
    ['a million millions', { ...hour, high: 1e12 }],
    ['nothing', { ...hour, mid: null }],
    ['low above high', { ...hour, low: 99 }],
    ['an unknown name', { ...hour, name: 'luck' }],
  ])('are refused whole when one of them is %s', async (_, wrong) => {
    const before = await findCost()
    const response = await save({
      assumptions: [{ name: 'goodwillPerIssue', low: 1, mid: 2, high: 3 }, wrong],
      currency: 'USD',
    })
    expect(response.status).toBe(400)
    expect(await findCost()).toEqual(before)
  })

  it('are refused in a money that is none', async () => {
    expect((await save({ assumptions: [], currency: 'euros' })).status).toBe(400)
  })
})
