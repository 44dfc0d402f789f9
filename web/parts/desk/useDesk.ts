import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AnswerAsk, AnswerInput } from '../../../contract/desk/answers.ts'
import type { Granted, GrantRequest, ObjectionInput } from '../../../contract/desk/desk.ts'
import type { StepInput } from '../../../contract/desk/steps.ts'
import { api } from '../../api.ts'
import { queries } from '../../queries.ts'
import { useDeskName } from './useDeskName.ts'

/** Everything that can be done about one issue, in the name of whoever sits here. */
export function useDesk(workspace: string, id: string) {
  const { who } = useDeskName()
  const client = useQueryClient()
  const { queryKey } = queries.deskIssue(workspace, id)
  const refresh = () => client.invalidateQueries({ queryKey: [workspace, 'desk'] })
  const take = useMutation({
    mutationFn: async (steps: readonly StepInput[]) => {
      let page = null
      for (const step of steps) page = await api.takeDeskStep(workspace, id, { who, step })
      return page
    },
    onSuccess: (page) => {
      if (page !== null) client.setQueryData(queryKey, page)
    },
    onSettled: refresh,
  })
  const grant = useMutation<Granted, Error, Omit<GrantRequest, 'who' | 'key'>>({
    mutationFn: (asked) => api.grantOption(workspace, id, { ...asked, who, key: crypto.randomUUID() }),
    onSettled: refresh,
  })
  const object = useMutation({
    mutationFn: (word: Omit<ObjectionInput, 'who'>) => api.objectToGuideline(workspace, id, { ...word, who }),
    onSettled: refresh,
  })
  const link = useMutation({ mutationFn: () => api.makeLink(workspace, id, who), onSettled: refresh })
  const answer = useMutation({
    mutationFn: (written: Omit<AnswerInput, 'who'>) => api.writeAnswer(workspace, id, { ...written, who }),
    onSuccess: (page) => client.setQueryData(queryKey, page),
    onSettled: refresh,
  })
  const askOfAnswer = useMutation({
    mutationFn: (asked: { readonly answer: string } & Pick<AnswerAsk, 'ask'>) =>
      api.askOfAnswer(workspace, asked.answer, { ask: asked.ask, who }),
    onSuccess: (page) => client.setQueryData(queryKey, page),
    onSettled: refresh,
  })
  return { who, take, grant, object, link, answer, askOfAnswer }
}

export type Desk = ReturnType<typeof useDesk>
