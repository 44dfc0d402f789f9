import { useQuery } from '@tanstack/react-query'
import { queries } from '../../queries.ts'
import { nameSource } from './name-source.ts'

/** Names sources of a workspace as its people know them. */
export function useSourceName(workspace: string): (source: string) => string {
  const { data } = useQuery(queries.overview(workspace))
  return (source) => nameSource(data?.report.sources ?? [], source)
}
