import type { Emotion } from '../signals/emotion.ts'
import type { Lived } from './compose-understanding.ts'

/** Something to ask that invites the customer to tell in their own words, and why just that. */
export type OpenQuestion = { readonly words: string; readonly because: string }

export type Heard = Lived & {
  readonly emotion: Emotion | null
  /** What customers with this cause come back with most; null when that is not known. */
  readonly nextNeed: string | null
}

const mostAsked = 3
const oftenContacts = 3

const ofEmotion: Partial<Readonly<Record<Emotion, string>>> = {
  anger: 'What has been the worst of it for you?',
  frustration: 'What has been the hardest part of this for you?',
  worry: 'What worries you most about it?',
  sadness: 'What has this meant for you?',
  confusion: 'What is unclear to you about it?',
}

/**
 * Two or three open questions for what the record does not tell: first where it went wrong, then what they feel, then what they
 * have not said of what they need, wish and expected, last what comes after. English. Cost: constant.
 */
export function chooseQuestions(heard: Heard): readonly OpenQuestion[] {
  const { brokenPromises, contacts, emotion, need, wished, expected, nextNeed } = heard
  const ofFeeling = emotion === null ? undefined : ofEmotion[emotion]
  const questions: readonly (OpenQuestion | null)[] = [
    brokenPromises > 0
      ? ask('What were you told would happen, and what happened instead?', 'A promise was not kept.')
      : contacts >= oftenContacts
        ? ask('What have you tried so far, and where did it get stuck?', `They came ${contacts} times.`)
        : null,
    ofFeeling === undefined ? null : ask(ofFeeling, `Their words show ${emotion}.`),
    need === null ? ask('What are you hoping to get done?', 'They have not said what it is for.') : null,
    wished === null
      ? ask('What would make this right for you?', 'They have not said what they wish for.')
      : null,
    expected === null
      ? ask('What did you expect to happen?', 'They have not said what they expected.')
      : null,
    nextNeed === null
      ? null
      : ask('What comes next for you when this is settled?', `Others came back about “${nextNeed}”.`),
  ]
  return questions.filter((question) => question !== null).slice(0, mostAsked)
}

function ask(words: string, because: string): OpenQuestion {
  return { words, because }
}
