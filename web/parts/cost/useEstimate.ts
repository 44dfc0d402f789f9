import { useEffect, useRef, useState } from 'react'
import { isKnown, type Known } from '../../../core/base/cannot-say.ts'
import type { CostEstimate, CostInputs } from '../../../core/cost/cost-inputs.ts'

type Asked = { readonly inputs: CostInputs; readonly estimate: Known<CostEstimate> }

/**
 * The estimate for inputs that change by the moment: computed in a worker, one at a time, the newest inputs next. Until it
 * is there the former estimate stays on screen. `known` is the server's, for its own inputs.
 */
export function useEstimate(inputs: CostInputs, known: Asked): { estimate: CostEstimate; isBehind: boolean } {
  const [answer, setAnswer] = useState<Asked>(known)
  const ask = useWorker(setAnswer)
  const isServers = inputs === known.inputs
  useEffect(() => {
    if (!isServers) ask(inputs)
  }, [ask, inputs, isServers])
  const current = isServers ? known : answer
  const [said, setSaid] = useState(known.estimate)
  if (isKnown(current.estimate) && current.estimate !== said) setSaid(current.estimate)
  if (!isKnown(said)) throw new Error('Our fault: an estimate was drawn that is not known')
  return { estimate: said, isBehind: current.inputs !== inputs }
}

function useWorker(onAnswer: (answer: Asked) => void): (inputs: CostInputs) => void {
  const state = useRef<{ worker: Worker | null; busy: CostInputs | null; next: CostInputs | null }>({
    worker: null,
    busy: null,
    next: null,
  })
  const [ask] = useState(() => (inputs: CostInputs) => {
    const now = state.current
    if (now.busy !== null) {
      now.next = inputs
      return
    }
    now.worker ??= new Worker(new URL('./estimate-worker.ts', import.meta.url), { type: 'module' })
    now.worker.onmessage = ({ data }: MessageEvent<Known<CostEstimate>>) => {
      const { busy, next } = now
      now.busy = null
      now.next = null
      if (busy !== null) onAnswer({ inputs: busy, estimate: data })
      if (next !== null) ask(next)
    }
    now.busy = inputs
    now.worker.postMessage(inputs)
  })
  useEffect(
    () => () => {
      state.current.worker?.terminate()
      state.current = { worker: null, busy: null, next: null }
    },
    [],
  )
  return ask
}
