import type { CameBack } from '../../sources/receivers/automatic-mail.ts'
import { findAnswer, moveAnswer } from '../../store/answers.ts'
import { inTransaction } from '../../store/postgres/client.ts'
import type { Scope } from '../../store/scope.ts'
import { announce } from '../live/announce.ts'
import type { Service } from '../service.ts'

/** Notes at an answer that it did not arrive, so that whoever wrote it hears so. */
export async function noteCameBack(
  { store }: Service,
  scope: Scope,
  { answer, why }: CameBack,
): Promise<void> {
  const found = await findAnswer(store.pool, scope, answer)
  if (found === null) return
  const said = why === null ? '' : ` The mail server says: “${why}”`
  const failure = `It did not arrive; a mail server sent it back.${said}`
  await inTransaction(store.pool, async (client) => {
    await moveAnswer(client, scope, { ...found, from: 'sent', state: 'returned', failure, nextTryAt: null })
    await announce(client, scope, { kind: 'desk' })
  })
}
