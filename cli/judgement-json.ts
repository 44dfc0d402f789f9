import { toDay } from '../core/base/time.ts'
import type { Estimate } from '../core/changes/proof/measure-effect.ts'
import { sayVerdict } from '../core/changes/proof/say-verdict.ts'
import type { ClearLook, Judgement } from '../core/changes/proof/verdict.ts'

/** A judgement as one JSON document. Numbers are cut to nine digits, so that no machine differs in the last. */
export function toJudgementJson(judgement: Judgement, remarks: readonly string[]) {
  const { verdict, effect, guards, used, scale, name, rhythm, good, look, historyCount } = judgement
  const when = (time: number) => (rhythm === 'numbered' ? time : toDay(time))
  const clearJson = ({ at, count, ...estimate }: ClearLook) => ({
    at: when(at),
    count,
    ...cutEstimate(estimate),
  })
  return {
    version: 1,
    verdict: 'clear' in verdict ? { kind: verdict.kind, clear: clearJson(verdict.clear) } : verdict,
    says: sayVerdict(judgement),
    series: {
      name,
      rhythm,
      from: when(judgement.from),
      changeAt: when(judgement.changeAt),
      to: when(judgement.to),
    },
    good,
    look,
    history: historyCount,
    effect: effect && {
      count: effect.count,
      actualAverage: cut(effect.actualAverage),
      expectedAverage: cutEstimate(effect.expectedAverage),
      average: cutEstimate(effect.average),
      averageAnyLook: { low: cut(effect.anyLook.low), high: cut(effect.anyLook.high) },
      total: cutEstimate(effect.total),
      relative:
        effect.relative === null
          ? { cannotSay: 'there might have been nothing at all without the change' }
          : cutEstimate(effect.relative),
    },
    scale,
    used: Object.fromEntries(Object.entries(used).map(([key, share]) => [key, cut(share)])),
    guards,
    remarks,
  }
}

function cutEstimate({ value, low, high }: Estimate): Estimate {
  return { value: cut(value), low: cut(low), high: cut(high) }
}

function cut(value: number): number {
  return Number(value.toPrecision(9))
}
