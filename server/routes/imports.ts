import { Failure } from '../../contract/failures.ts'
import {
  findImport,
  listImports,
  listSetAside,
  rereadSetAside,
  startImport,
  startReading,
} from '../../contract/routes.ts'
import {
  findImport as findStoredImport,
  type Import,
  listImports as listStoredImports,
} from '../../store/imports.ts'
import type { Scope } from '../../store/scope.ts'
import { countSetAside, listSetAside as listStoredSetAside } from '../../store/set-aside.ts'
import type { App } from '../app.ts'
import { beginImport } from '../imports/begin-import.ts'
import { asItStands, goOn } from '../imports/import-queue.ts'
import { rereadInto } from '../imports/reread-set-aside.ts'
import type { Service } from '../service.ts'
import { toImportJson } from '../translate/import-json.ts'
import { toSetAsideJson } from '../translate/set-aside-json.ts'
import { isId } from './is-id.ts'
import { orNotFound as uploadOrNotFound } from './uploads.ts'

export function addImportRoutes(app: App, service: Service): void {
  const { pool } = service.store

  app.openapi(startImport, async (context) => {
    const { scope } = context.get('entered')
    const { uploads, mapping } = context.req.valid('json')
    const files = await Promise.all(uploads.map((id) => uploadOrNotFound(service, scope, id)))
    const begun = await beginImport(service, scope, { files, mapping })
    goOn(service, scope, begun.id)
    return context.json(toImportJson(begun, service.now()), 200)
  })

  app.openapi(startReading, async (context) => {
    const { scope } = context.get('entered')
    const begun = await beginImport(service, scope, { files: [], mapping: null })
    goOn(service, scope, begun.id)
    return context.json(toImportJson(begun, service.now()), 200)
  })

  app.openapi(listImports, async (context) => {
    const { scope } = context.get('entered')
    const imports = await listStoredImports(pool, scope)
    return context.json({ imports: imports.map((one) => toImportJson(asItStands(one), service.now())) }, 200)
  })

  app.openapi(findImport, async (context) => {
    const { id } = context.req.valid('param')
    const found = await orNotFound(service, context.get('entered').scope, id)
    return context.json(toImportJson(asItStands(found), service.now()), 200)
  })

  app.openapi(listSetAside, async (context) => {
    const { id } = context.req.valid('param')
    const { scope } = context.get('entered')
    await orNotFound(service, scope, id)
    const { after } = context.req.valid('query')
    const [page, total] = await Promise.all([
      listStoredSetAside(pool, scope, { importId: id, after }),
      countSetAside(pool, scope, { importId: id }),
    ])
    const rows = page.rows.map(toSetAsideJson)
    return context.json({ rows, total, next: page.next }, 200)
  })

  app.openapi(rereadSetAside, async (context) => {
    const { id } = context.req.valid('param')
    const { scope } = context.get('entered')
    await orNotFound(service, scope, id)
    const { mapping, mended } = context.req.valid('json')
    const begun = await rereadInto(service, scope, { importId: id, mapping, mended })
    return context.json(toImportJson(begun, service.now()), 200)
  })
}

async function orNotFound({ store }: Service, scope: Scope, id: string): Promise<Import> {
  const found = isId(id) ? await findStoredImport(store.pool, scope, id) : null
  if (found === null)
    throw new Failure('notFound', 'There is no such import.', 'Choose one from the list of imports.')
  return found
}
