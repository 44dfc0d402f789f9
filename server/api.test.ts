import { readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, it } from 'vitest'
import { routes } from '../contract/routes.ts'
import { describeApi } from './api/describe-api.ts'
import { drawApi } from './api/draw-api.ts'
import { escapeHtml } from './api/draw-schema.ts'
import { toOperations } from './api/to-operations.ts'

const document = JSON.parse(JSON.stringify(describeApi()))
const operations = Object.values(describeApi().paths ?? {}).flatMap((methods) =>
  Object.values(methods).filter((operation) => 'operationId' in operation),
)

it('the API document is valid OpenAPI 3.1', async () => {
  const validator = new Validator()
  expect(await validator.validate(document)).toEqual({ valid: true })
  expect(validator.version).toBe('3.1')
})

it('every route is told under its own name, with a group, a sentence, who may, and how it is refused', () => {
  const told = new Map(operations.map((operation) => [operation.operationId, operation]))
  expect(told.size).toBe(operations.length)
  for (const name of Object.keys(routes)) {
    expect(told.get(name), name).toMatchObject({
      tags: [expect.stringMatching(/^[a-z-]+$/)],
      summary: expect.stringMatching(/^\p{Lu}.{3,}/u),
      description: expect.stringMatching(/^For \p{L}+/u),
      responses: { 200: expect.anything(), default: { $ref: '#/components/responses/Failure' } },
    })
  }
})

it('whoever asks shows a key or a session, except where everybody may ask', () => {
  const open = operations
    .filter(({ security }) => security?.length === 0)
    .map(({ operationId }) => operationId)
  expect(open).toContain('findHealth')
  expect(open).not.toContain('findOverview')
  expect(Object.keys(document.components.securitySchemes)).toEqual(['key', 'session'])
})

it('every failure has its status in the document', () => {
  expect(document.components.responses.Failure.description).toContain('notFound (404)')
})

it('the page shows every operation and loads nothing but its style', () => {
  const page = drawApi(document)
  const missing = Object.keys(routes).filter((name) => !page.includes(`<details id="${name}">`))
  expect(missing).toEqual([])
  expect(/<script| on\w+=|https?:/.exec(page)?.[0]).toBeUndefined()
})

it('what is written into the page is text', () => {
  expect(escapeHtml('<b>&"')).toBe('&lt;b&gt;&amp;&quot;')
})

it('the web app’s operations are those of the document: else run node server/api/write-operations.ts', () => {
  const written = readFileSync(new URL('../web/operations.ts', import.meta.url), 'utf8')
  expect(written).toBe(toOperations())
})
