import { type AnswersJson, letterSchema } from '../../contract/desk/answers.ts'
import { actorSchema } from '../../contract/desk/steps.ts'
import { type Instant, toIso } from '../../core/base/time.ts'
import { sayActor } from '../../core/desk/step.ts'
import { listAnswers, type StoredAnswer } from '../../store/answers.ts'
import type { Scope } from '../../store/scope.ts'
import type { OpenIssue } from '../desk/open-issue.ts'
import type { Service } from '../service.ts'
import type { Sight } from '../translate/sight.ts'
import { findWay } from './find-way.ts'

/** How an issue may be answered, and what was written about it, as whoever looks may see it. */
export async function findAnswers(
  service: Service,
  scope: Scope,
  { opened, sight }: { readonly opened: OpenIssue; readonly sight: Sight },
): Promise<AnswersJson> {
  const [way, written] = await Promise.all([
    findWay(service, scope, opened),
    listAnswers(service.store.pool, scope, opened.anchors),
  ])
  const toJson = (answer: StoredAnswer) => toAnswerJson(answer, sight)
  if ('whyNot' in way) return { way: null, whyNot: way.whyNot, written: written.map(toJson) }
  const { channel, to, subject } = way.letter
  return {
    way: {
      channel,
      to: to === null ? null : sight.identity(`email:${to}`),
      subject: subject === null ? null : sight.text(subject),
    },
    whyNot: null,
    written: written.map(toJson),
  }
}

function toAnswerJson(answer: StoredAnswer, sight: Sight): AnswersJson['written'][number] {
  const { id, state, failure, writtenAt, sentAt, nextTryAt } = answer
  return {
    id,
    who: sayActor(actorSchema.parse(answer.actor)),
    text: sight.text(letterSchema.parse(answer.letter).text),
    state,
    failure: failure === null ? null : sight.text(failure),
    writtenAt: toIso(writtenAt),
    sentAt: toIsoOrNull(sentAt),
    nextTryAt: toIsoOrNull(nextTryAt),
  }
}

function toIsoOrNull(at: Instant | null): string | null {
  return at === null ? null : toIso(at)
}
