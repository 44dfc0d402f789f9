import type { Instant } from '../core/base/time.ts'
import { build, type Client, findOne, list } from './postgres/client.ts'
import type { Scope } from './scope.ts'

/** A file that a person sent; its bytes lie at `path`. */
export type Upload = {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly bytes: number
  readonly createdAt: Instant
}

export async function saveUpload(client: Client, scope: Scope, { id, name, path, bytes, createdAt }: Upload) {
  const row = { id, workspace_id: scope, name, path, bytes, created_at: new Date(createdAt) }
  await list(client, build.insertInto('uploads').values(row))
}

export async function findUpload(client: Client, scope: Scope, id: string): Promise<Upload | null> {
  return findOne(client, selected(scope).where('id', '=', id))
}

export async function listUploads(client: Client, scope: Scope): Promise<Upload[]> {
  return list(client, selected(scope).orderBy('created_at', 'desc').orderBy('id'))
}

export async function removeUpload(client: Client, scope: Scope, id: string) {
  await list(client, build.deleteFrom('uploads').where('workspace_id', '=', scope).where('id', '=', id))
}

function selected(scope: Scope) {
  return build
    .selectFrom('uploads')
    .select(['id', 'name', 'path', 'bytes', 'created_at as createdAt'])
    .where('workspace_id', '=', scope)
}
