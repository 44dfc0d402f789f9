import { cannotSay, type Known } from '../../base/cannot-say.ts'
import type { CauseId } from '../../base/ids.ts'
import type { Instant } from '../../base/time.ts'
import type { Life } from '../../causes/tallies/sample-lives.ts'
import { compareLeaving } from './compare-leaving.ts'
import type { Leaving } from './leaving.ts'
import { leavingWindowDays, listTraits, peopleOfCause } from './people-of-cause.ts'

/** Answers, for each cause, how many more customers leave with it than without. */
export function prepareLeaving(
  lives: readonly Life[],
  lastContactAt: Instant,
): (cause: CauseId) => Known<Leaving> {
  const leftAt = lives.flatMap((life) => (life.leftAt === null ? [] : [life.leftAt]))
  if (leftAt.length === 0) return () => cannotSay('no source says which customers left')
  const end = leftAt.reduce((last, at) => Math.max(last, at), lastContactAt)
  const traits = listTraits(lives)
  return (cause) => {
    if (cause === '') return cannotSay('these contacts share no cause')
    return compareLeaving(peopleOfCause(lives, cause, end, traits), leavingWindowDays)
  }
}
