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
  return [...askOfTrouble(heard), ...askOfFeeling(heard), ...askOfUnsaid(heard), ...askOfNext(heard)].slice(
    0,
    mostAsked,
  )
}

function askOfTrouble({ brokenPromises, contacts }: Heard): readonly OpenQuestion[] {
  if (brokenPromises > 0) {
    return [
      {
        words: 'What were you told would happen, and what happened instead?',
        because: 'A promise was not kept.',
      },
    ]
  }
  return contacts < oftenContacts
    ? []
    : [
        {
          words: 'What have you tried so far, and where did it get stuck?',
          because: `They came ${contacts} times.`,
        },
      ]
}

function askOfFeeling({ emotion }: Heard): readonly OpenQuestion[] {
  const words = emotion === null ? undefined : ofEmotion[emotion]
  return words === undefined ? [] : [{ words, because: `Their words show ${emotion}.` }]
}

function askOfUnsaid({ need, wished, expected }: Heard): readonly OpenQuestion[] {
  return [
    { said: need, words: 'What are you hoping to get done?', because: 'They have not said what it is for.' },
    {
      said: wished,
      words: 'What would make this right for you?',
      because: 'They have not said what they wish for.',
    },
    {
      said: expected,
      words: 'What did you expect to happen?',
      because: 'They have not said what they expected.',
    },
  ].flatMap(({ said, ...question }) => (said === null ? [question] : []))
}

function askOfNext({ nextNeed }: Heard): readonly OpenQuestion[] {
  return nextNeed === null
    ? []
    : [
        {
          words: 'What comes next for you when this is settled?',
          because: `Others came back about “${nextNeed}”.`,
        },
      ]
}
