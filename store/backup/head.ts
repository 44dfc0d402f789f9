import { z } from 'zod'
import type { Connection } from '../postgres/client.ts'
import { type Migration, readMigrations } from '../postgres/migrate.ts'
import { storeError } from '../postgres/problem.ts'
import { damaged, type Frame } from './frames.ts'

/** Rises when an older Outside-In could no longer read what is written. */
export const backupForm = 1

const headSchema = z.object({
  form: z.number(),
  madeAt: z.number(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
})

export type BackupHead = z.infer<typeof headSchema>

export async function listMigrationsDone(client: Connection): Promise<BackupHead['migrations']> {
  return (await client.query('select name, checksum from migrations order by name')).rows
}

/** The first piece of a backup. One that a newer version has written is refused by its number, whatever else is in it. */
export function parseHead({ kind, body }: Frame): BackupHead {
  if (kind !== 'H') throw damaged()
  const content: unknown = JSON.parse(body.toString())
  const { form } = z.object({ form: z.number() }).parse(content)
  if (form > backupForm) throw newer()
  return headSchema.parse(content)
}

/** The migrations that bring an empty database to where the backup was taken. */
export function migrationsOf(
  head: BackupHead,
  known: readonly Migration[] = readMigrations(),
): readonly Migration[] {
  const isKnown = head.migrations.every(({ name, checksum }, index) => {
    const here = known[index]
    return here?.name === name && here.checksum === checksum
  })
  if (!isKnown) throw newer()
  return known.slice(0, head.migrations.length)
}

function newer() {
  return storeError(
    'badBackup',
    'This backup was written by another, probably newer version of Outside-In.',
    'Nothing was restored. Update Outside-In, then restore it.',
  )
}
