import type { CostInputs } from '../../../core/cost/cost-inputs.ts'
import { costOfDoingNothing } from '../../../core/cost/cost-of-doing-nothing.ts'

/** Thinks beside the screen, so that a slider never waits for the sum it moves. */
addEventListener('message', ({ data }: MessageEvent<CostInputs>) => {
  postMessage(costOfDoingNothing(data))
})
