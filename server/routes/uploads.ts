import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Failure } from '../../contract/failures.ts'
import { previewUpload, saveUpload } from '../../contract/routes.ts'
import { guessFile } from '../../sources/guess-file.ts'
import { fileOnDisk } from '../../sources/source-file.ts'
import type { Scope } from '../../store/scope.ts'
import { findUpload, saveUpload as storeUpload, type Upload } from '../../store/uploads.ts'
import type { App } from '../app.ts'
import type { Service } from '../service.ts'
import { isId } from './is-id.ts'

export function addUploadRoutes(app: App, service: Service): void {
  const { pool } = service.store

  app.openapi(saveUpload, async (context) => {
    const { scope } = context.get('entered')
    const { name } = context.req.valid('query')
    const { body } = context.req.raw
    if (body === null)
      throw new Failure('badInput', 'No file came with the request.', 'Choose a file and try again.')
    const upload = await keep(service, name, body)
    try {
      const guess = await guessFile(fileOnDisk(upload.path, name))
      await storeUpload(pool, scope, upload)
      return context.json({ upload: upload.id, guess }, 200)
    } catch (error) {
      await rm(upload.path, { force: true })
      throw error
    }
  })

  app.openapi(previewUpload, async (context) => {
    const { id } = context.req.valid('param')
    const upload = await orNotFound(service, context.get('entered').scope, id)
    const { mapping } = context.req.valid('json')
    const guess = await guessFile(fileOnDisk(upload.path, upload.name), mapping)
    return context.json({ upload: id, guess }, 200)
  })
}

/** Writes the file where only this server's user can read it; a broken transfer leaves nothing. */
async function keep(
  { config, now }: Service,
  name: string,
  body: globalThis.ReadableStream,
): Promise<Upload> {
  const folder = join(config.store.dataDir, 'uploads')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const id = randomUUID()
  const path = join(folder, id)
  const target = createWriteStream(path, { mode: 0o600 })
  try {
    await pipeline(Readable.fromWeb(body as ReadableStream), target)
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return { id, name, path, bytes: target.bytesWritten, createdAt: now() }
}

export async function orNotFound({ store }: Service, scope: Scope, id: string): Promise<Upload> {
  const upload = isId(id) ? await findUpload(store.pool, scope, id) : null
  if (upload === null) throw new Failure('notFound', 'This file is not here any more.', 'Drop it again.')
  return upload
}
