import { useQuery } from '@tanstack/react-query'
import { queries } from '../../queries.ts'
import { nameSource } from './name-source.ts'

/** A source as the people of the workspace know it; null where none is asked for. */
export function useSourceName(workspace: string, source: string | undefined): string | null {
  const { data } = useQuery({ ...queries.overview(workspace), enabled: source !== undefined })
  return source === undefined ? null : nameSource(data?.report.sources ?? [], source)
}
