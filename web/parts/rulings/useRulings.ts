import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { RulingInput } from '../../../contract/rulings.ts'
import { api } from '../../api.ts'
import { useReviewer } from '../corrections/reviewer.ts'

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
export type Ruled = Without<RulingInput, 'reviewer'>

/** Ruling on causes and issues, and taking it back; what shows them is asked for again. */
export function useRulings(workspace: string) {
  const client = useQueryClient()
  const [reviewer] = useReviewer()
  const onSuccess = () => client.invalidateQueries({ queryKey: [workspace] })
  const save = useMutation({
    mutationFn: (ruled: Ruled) => api.saveRuling(workspace, { ...ruled, reviewer }),
    onSuccess,
  })
  const undo = useMutation({
    mutationFn: (id: string) => api.withdrawRuling(workspace, id, reviewer),
    onSuccess,
  })
  return {
    rule: save.mutate,
    undo: undo.mutate,
    isBusy: save.isPending || undo.isPending,
    error: save.error ?? undo.error,
  }
}
