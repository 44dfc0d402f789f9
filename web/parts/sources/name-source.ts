import type { Report } from '../../../contract/report.ts'

/** The files that it came in, as the people named them who brought them; told by others, it has a name of its own. */
export function nameSource(sources: Report['sources'], source: string): string {
  const [file, ...others] = new Set(sources.filter((one) => one.source === source).map((one) => one.file))
  if (file === undefined) return source
  return others.length === 0 ? file : `${file} and ${others.length} more`
}
