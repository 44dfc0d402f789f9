import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describeApi } from '../api/describe-api.ts'
import { drawApi } from '../api/draw-api.ts'
import type { App } from '../app.ts'

/** The API told to programs and to people; the same for everybody, so it is made once. */
export function addApiDocument(app: App): void {
  const document = describeApi()
  const page = drawApi(document)
  app.get('/api/openapi.json', (context) => context.json(document))
  app.get('/api/docs', (context) => context.html(page))
  app.get('/api/docs.css', async (context) =>
    context.body(await readFile(join(import.meta.dirname, '../api/api.css'), 'utf8'), 200, {
      'content-type': 'text/css; charset=utf-8',
    }),
  )
}
