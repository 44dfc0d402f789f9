import { Failure } from '../../contract/failures.ts'
import { ownWorkspace } from '../../contract/own-workspace.ts'
import { erasePerson, exportPerson } from '../../server/access/person.ts'
import { enterByName } from '../../server/gate.ts'
import { runImport } from '../../server/imports/run-import.ts'
import { parseArguments, storeOptions } from '../arguments.ts'
import type { ExitCode } from '../main.ts'
import { openKept } from '../open-kept.ts'
import { explain, print } from '../terminal.ts'

/** Takes out, or erases, everything that is kept about one person. */
export async function runPerson(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArguments('person', args, storeOptions)
  const [what, person] = positionals
  if ((what !== 'export' && what !== 'erase') || person === undefined || positionals.length > 2) {
    throw new Failure(
      'badInput',
      'Say what to do, and with whom.',
      'outside-in person export ann@example.org, or outside-in person erase ann@example.org',
    )
  }
  const service = await openKept(values.data)
  try {
    const scope = await enterByName(service, values.workspace ?? ownWorkspace)
    if (what === 'export') {
      await print(`${JSON.stringify(await exportPerson(service, scope, person), null, 2)}\n`)
      return 0
    }
    const { interactions, files, reading } = await erasePerson(service, scope, person)
    explain(
      `Erased: ${interactions} interactions, and ${files} files that were sent.`,
      'Backups made before still hold them; so do the files that were read from elsewhere.',
    )
    if (reading !== null) {
      explain('A reading quoted them and is made anew.', '')
      await runImport(service, scope, reading, () => {})
    }
    return 0
  } finally {
    await service.store.close()
  }
}
