import { useQuery } from '@tanstack/react-query'
import { Failure } from '../../../contract/failures.ts'
import type { ImportJson } from '../../../contract/screens.ts'
import { paths } from '../../paths.ts'
import { queries } from '../../queries.ts'
import { Answer } from '../../ui/Answer.tsx'
import { formatMoment, listWords, plural } from '../../ui/format.ts'
import { Go } from '../../ui/Go.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'

/** Imports so far, newest first; those under way are looked at again until they are done. */
export function PastImports({ workspace }: { readonly workspace: string }) {
  const query = useQuery({
    ...queries.imports(workspace),
    refetchInterval: ({ state }) => (state.data?.imports.some(isUnderWay) ? 1000 : false),
  })
  if (query.error instanceof Failure && query.error.code === 'notFound') return <Nothing />
  return (
    <Answer query={query} waiting={<Skeleton lines={3} height={40} />}>
      {({ imports }) =>
        imports.length === 0 ? (
          <Nothing />
        ) : (
          <ol className="imports">
            {imports.map((one) => (
              <li key={one.id}>
                <Go data-row href={paths.source(workspace, one.id)}>
                  {nameImport(one)}
                </Go>
                <p className="small soft">
                  {formatMoment(one.startedAt)} · {sayState(one)}
                </p>
              </li>
            ))}
          </ol>
        )
      }
    </Answer>
  )
}

/** A workspace begins with its first file: until then the server knows none of that name. */
function Nothing() {
  return <p>Nothing yet. Drop a file above; you see how it would be read before anything is.</p>
}

/** Without a file, what was there was read once more. */
export function nameImport({ files }: ImportJson): string {
  return files.length === 0 ? 'Read again' : listWords(files)
}

export function isUnderWay({ state }: ImportJson): boolean {
  return state !== 'done' && state !== 'failed'
}

function sayState(one: ImportJson): string {
  if (one.state === 'failed') return `stopped: ${one.failure?.message ?? 'we do not know why'}`
  if (one.state !== 'done') return one.step
  if (one.files.length === 0) return 'all records, with what people said'
  const aside = one.setAside === 0 ? '' : `, ${plural(one.setAside, 'row')} set aside`
  return `${plural(one.interactions, 'interaction')} of ${plural(one.rows, 'row')}${aside}`
}
