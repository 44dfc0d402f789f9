import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findOverview, listContacts, listSurveyAnswers } from '../contract/routes.ts'
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

async function read(workspace: string, head: string, rows: readonly string[]) {
  const path = join(service.config.store.dataDir, `${workspace}.csv`)
  await writeFile(path, `${head}\n${rows.join('\n')}\n`)
  const scope = await enterOrAdd(service, workspace)
  const files = [{ ...fileOnDisk(path), path }]
  await runImport(service, scope, await beginImport(service, scope, { files, mapping: null }), () => {})
  return api.call(findOverview, `/api/workspaces/${workspace}/overview`)
}

it('a survey in words is read as numbers, and says what each means', async () => {
  const words = ['Very dissatisfied', 'Satisfied', 'Very satisfied', 'No answer']
  const { surveys, ratingNames } = await read(
    'words',
    'response id,time,email,satisfaction,comment',
    Array.from(
      { length: 80 },
      (_, at) =>
        `${at},2026-03-${10 + (at % 19)}T09:00:00Z,p${at}@example.org,${words[at % 4]},It was number ${at}`,
    ),
  )
  if ('cannotSay' in surveys) throw new Error('expected surveys')
  const [survey] = surveys
  const source = survey?.source ?? ''
  expect(survey).toMatchObject({ lowest: 1, highest: 5, answers: 60 })
  expect(survey?.values).toEqual([1, 4, 5].map((rating) => ({ rating, answers: 20 })))
  expect(ratingNames[source]).toEqual({
    1: 'Very dissatisfied',
    2: 'Dissatisfied',
    3: 'Neither satisfied nor dissatisfied',
    4: 'Satisfied',
    5: 'Very satisfied',
  })
  const list = `/api/workspaces/words/survey-answers?source=${source}&rating=5`
  expect((await api.call(listSurveyAnswers, list)).answers.map(({ rating }) => rating)).toEqual(
    Array(20).fill(5),
  )
})

it('tickets rated in words are rated contacts, of the source that has the words', async () => {
  const { ratings, ratingNames } = await read(
    'tickets',
    'Ticket ID,Created at,Requester email,Priority,Satisfaction rating,Description',
    Array.from(
      { length: 40 },
      (_, at) =>
        `${at},2026-03-${10 + (at % 19)}T09:00:00Z,p${at}@example.org,Low,${['Good', 'Bad', 'Offered'][at % 3]},My parcel number ${at} is late`,
    ),
  )
  const { contacts } = await api.call(listContacts, '/api/workspaces/tickets/contacts?rating=2')
  expect(contacts).toHaveLength(14)
  expect(ratingNames).toEqual({ [contacts[0]?.source ?? '']: { 1: 'Bad', 2: 'Good' } })
  if (ratings === null || 'cannotSay' in ratings) throw new Error('expected ratings')
  expect(ratings.scales).toMatchObject([{ lowest: 1, highest: 2, contacts: 27 }])
})
