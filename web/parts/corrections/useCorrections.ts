import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CorrectionInput } from '../../../contract/corrections.ts'
import { api } from '../../api.ts'
import { useReviewer } from './reviewer.ts'

export type Said = Omit<CorrectionInput, 'reviewer'>

/** Saying what is right and wrong, and taking it back; whatever shows the text is asked for again. */
export function useCorrections(workspace: string) {
  const client = useQueryClient()
  const [reviewer] = useReviewer()
  const onSuccess = () =>
    client.invalidateQueries({ predicate: ({ queryKey }) => showsTexts(workspace, queryKey) })
  const save = useMutation({
    mutationFn: (said: Said) => api.saveCorrection(workspace, { ...said, reviewer }),
    onSuccess,
  })
  const undo = useMutation({
    mutationFn: (id: string) => api.withdrawCorrection(workspace, id, reviewer),
    onSuccess,
  })
  return {
    /** The id of what was kept; null when it was not, which `error` then tells. */
    say: (said: Said): Promise<string | null> =>
      save.mutateAsync(said).then(
        ({ correction }) => correction,
        () => null,
      ),
    undo: (id: string) => undo.mutate(id),
    isBusy: save.isPending || undo.isPending,
    error: save.error ?? undo.error,
  }
}

function showsTexts(workspace: string, [first, what]: readonly unknown[]): boolean {
  return (
    first === workspace && (what === 'issue' || what === 'issues' || what === 'signals' || what === 'review')
  )
}
