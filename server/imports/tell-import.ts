import type { Import } from '../../store/imports.ts'
import type { Service } from '../service.ts'

/** One line in the log, and the numbers for whoever watches: what an import brought since it was begun or taken up again. */
export function tellImport({ log, metrics, now }: Service, start: Import, end: Import): void {
  const brought = (what: 'interactions' | 'duplicates' | 'setAside') => sum(end, what) - sum(start, what)
  const [stored, duplicates, setAside] = [brought('interactions'), brought('duplicates'), brought('setAside')]
  metrics.countInteractions('stored', stored)
  metrics.countInteractions('duplicate', duplicates)
  metrics.countInteractions('setAside', setAside)
  log.info({
    job: 'import',
    import: end.id,
    outcome: end.state,
    stored,
    duplicates,
    setAside,
    milliseconds: now() - start.startedAt,
  })
}

function sum({ files }: Import, what: 'interactions' | 'duplicates' | 'setAside'): number {
  return files.reduce((total, file) => total + file[what], 0)
}
