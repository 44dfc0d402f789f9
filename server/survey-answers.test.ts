import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findOverview, listSurveyAnswers } from '../contract/routes.ts'
import { fileOnDisk } from '../sources/source-file.ts'
import { enterOrAdd } from './gate.ts'
import { beginImport } from './imports/begin-import.ts'
import { runImport } from './imports/run-import.ts'
import { openTestApi, openTestService, type TestApi, type TestService } from './test-kit.ts'

let service: TestService
let api: TestApi

beforeAll(async () => {
  service = await openTestService()
  api = openTestApi(service)
})
afterAll(() => service.close())

it('what a survey gave that names no case is drawn, and each figure opens its answers', async () => {
  const rows = Array.from(
    { length: 60 },
    (_, at) =>
      `${at},2026-03-${10 + (at % 19)}T09:00:00Z,p${at}@example.org,${at % 11},"It was number ${at}, ring 0151 234567"`,
  )
  const path = join(service.config.store.dataDir, 'nps.csv')
  await writeFile(path, `response id,time,email,nps score,comment\n${rows.join('\n')}\n`)
  const scope = await enterOrAdd(service, 'survey')
  const begun = await beginImport(service, scope, {
    files: [{ ...fileOnDisk(path), path }],
    mapping: null,
  })
  await runImport(service, scope, begun, () => {})

  const { report, ratings, surveys } = await api.call(findOverview, '/api/workspaces/survey/overview')
  expect(report.counts).toMatchObject({ interactions: 60, contacts: 0 })
  expect(ratings).toBeNull()
  if ('cannotSay' in surveys) throw new Error('expected surveys')
  const [{ source, values } = { source: '', values: [] }] = surveys
  expect(surveys).toMatchObject([{ lowest: 0, highest: 10, answers: 60, average: { n: 60 } }])

  const ask = (rest: string) =>
    api.call(
      listSurveyAnswers,
      `/api/workspaces/survey/survey-answers?source=${encodeURIComponent(source)}${rest}`,
    )
  if ('cannotSay' in values) throw new Error('expected bars')
  for (const { rating, answers } of values) {
    const list = await ask(`&rating=${rating}`)
    expect(list).toMatchObject({ total: answers, isAtLeast: false, next: null })
    expect(new Set(list.answers.map((one) => one.rating))).toEqual(new Set([rating]))
  }
  const [shown] = (await ask('&rating=3')).answers
  expect(shown?.text).toMatch(/^It was number \d+, ring \[phone\]$/)
  expect(shown?.customer).toBe('p··@example.org')
  const first = await ask('')
  const second = await ask(`&after=${first.next}`)
  expect([first.total, first.answers.length, second.answers.length]).toEqual([60, 50, 10])
  expect(new Set([...first.answers, ...second.answers].map(({ id }) => id)).size).toBe(60)
  expect((await ask('&rating=9..10')).total).toBe(10)
})
