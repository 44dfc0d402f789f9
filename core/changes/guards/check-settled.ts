import { beliefInWandering, isUnsettled } from '../proof/draw-cautiously.ts'
import type { FittedHistory } from '../proof/fit-history.ts'
import { countTimes, known } from '../proof/series.ts'
import type { Guard, Verdict } from '../proof/verdict.ts'

/**
 * Says whether the days before the change show if the level wanders by itself. Where they do not, the verdict was drawn as if
 * it did; what is clear even then holds, and the rest cannot be said.
 */
export function checkSettled(fitted: FittedHistory, verdict: Verdict): Guard {
  const { rhythm, values, changeAt } = fitted.series
  const passed = (sentence: string): Guard => ({ name: 'settled', status: 'passed', sentence })
  if (rhythm !== 'day') {
    const sentence = 'Asked of days only: by week and longer a level is held able to wander.'
    return { name: 'settled', status: 'notApplicable', sentence }
  }
  if (!isUnsettled(fitted)) {
    const isCalm = beliefInWandering(fitted) < 0.5
    return passed(
      isCalm ? 'Its level stays where it is.' : 'Its level wanders, and the interval allows for that.',
    )
  }
  const days = countTimes(known(values.slice(0, changeAt)).length, 'day')
  const unknown = `${days} before the change are too few to tell whether it goes up and down by itself`
  if (verdict.kind !== 'cannotSay') return passed(`${unknown}; the verdict holds even if it does.`)
  const sentence = `${unknown}; if it does, ${verdict.because}`
  return { name: 'settled', status: 'failed', sentence }
}
