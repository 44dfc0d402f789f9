import type { Known } from '../../core/base/cannot-say.ts'
import { judgeSeries, type Surroundings } from '../../core/changes/proof/judge-series.ts'
import type { ProofSeries } from '../../core/changes/proof/series.ts'
import type { Judgement, ProofSettings } from '../../core/changes/proof/verdict.ts'
import { type EffectWeek, sumByWeek } from '../../core/changes/weekly-effect.ts'
import type { CostEstimate, CostInputs } from '../../core/cost/cost-inputs.ts'
import { costOfDoingNothing } from '../../core/cost/cost-of-doing-nothing.ts'

/** Arithmetic of tenths of seconds, as it is handed to the thread that does it. */
export type Thought =
  | {
      readonly kind: 'judge'
      readonly series: ProofSeries
      readonly settings: ProofSettings
      readonly surroundings: Surroundings
    }
  | { readonly kind: 'estimate'; readonly inputs: CostInputs }

export type JudgedChange = { readonly judgement: Judgement; readonly weeks: readonly EffectWeek[] }

export type Answer =
  | { readonly kind: 'judge'; readonly judged: JudgedChange }
  | { readonly kind: 'estimate'; readonly estimate: Known<CostEstimate> }

export function answer(thought: Thought): Answer {
  if (thought.kind === 'estimate') return { kind: 'estimate', estimate: costOfDoingNothing(thought.inputs) }
  const { series, settings, surroundings } = thought
  const { judgement, paths } = judgeSeries(series, settings, surroundings)
  // A thousand drawn paths stay in the thread: what they come to by week is all that is looked at.
  return { kind: 'judge', judged: { judgement, weeks: sumByWeek(series, paths) } }
}
