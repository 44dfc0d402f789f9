import type { Mapping } from '../../core/interactions/mapping.ts'
import type { GuessedMapping, Sample } from '../guess/guess-mapping.ts'
import { findMissing } from '../guess/missing.ts'
import { type Profile, profileColumns, shareOf } from '../guess/profile.ts'
import { canRead, holdsTimes, readTimes } from '../guess/times.ts'
import { findId } from './find-id.ts'
import { isAnswer, type Replies } from './reply-columns.ts'

const noun =
  'repl(?:y|ies)|responses?|answers?|antwort|réponse|reponse|respuesta|resposta|risposta|antwoord|odpowiedź|svar|vastaus|回答|返信'
const whose =
  'developer|dev|company|owner|business|seller|merchant|vendor|manager|management|host|hotel|property|agent|staff|support|admin|official|our|review|reviews|customer service|brand|publisher|provider|advisor|unsere|notre|nuestra|nossa|nostra|onze|bot|chatbot|assistant'
const whatOf =
  'text|content|contents|body|comment|comments|message|snippet|sent|given|to (?:the )?(?:customer|client|guest|reviewer|user)|from (?:the )?(?:owner|host|company|management|developer|seller|business)|apportée|envoyée|donnée|au client|al cliente|ao cliente|enviada|inviata|an (?:den )?kunden?|aan klant'
const isReply = new RegExp(
  `^(?:(?:${whose}) )*(?:${noun})(?: (?:${whatOf}))*$|^(?:developer|owner) comment(?: text)?$|^(?:what )?we (?:answered|replied)$`,
  'u',
)
/** Surveys call what customers say so too. */
const isBare = new RegExp(`^(?:${noun})(?: (?:text|content|body|comment|message))?$`, 'u')
const isSurvey = /\b(survey|questionnaire|respondents?|response id|nps|question id)\b/
const repliedAt =
  /(?:^|\s)(repl(y|ied|ies)|respon(se|ses|ded|d)|answer(ed|s)?|répondue?|réponse|reponse|beantwortet|antwort|respondid[oa]|respuesta|resposta|risposto|risposta|beantwoord|antwoord|odpowiedzi?|回答|返信)(?=\s|$)/u
const isPlanned = /\b(due|sla|target|deadline|expected|planned|first|next)\b/

/** The guess of a sample without some of its columns. */
export type GuessWithout = (columns: ReadonlySet<string>) => GuessedMapping

/**
 * Finds the column that holds what the company answered, where each row is what a customer wrote: its name says so, and its values
 * are sentences. Notes of how a case was solved were written for nobody, and are none.
 */
export function findReplies(sample: Sample, guessWithout: GuessWithout): Replies | null {
  const profiles = profileColumns(sample.columns, sample.rows, new Set(findMissing(sample.rows).markers))
  const replies = profiles.filter(
    (column) =>
      isReply.test(column.words) &&
      saysSentences(column) &&
      !(isBare.test(column.words) && !mayBeBare(column, profiles)),
  )
  const [reply] = replies.sort((left, right) => right.meanWords - left.meanWords || left.at - right.at)
  if (!reply) return null
  const times = profiles.filter((column) => isReplyTime(column, reply))
  const { mapping } = guessWithout(new Set([...replies, ...times].map(({ name }) => name)))
  const { text, from, inReplyTo, time } = mapping.columns
  if (text === undefined || text.length > 2 || from !== undefined || inReplyTo !== undefined) return null
  if (!/^(message|survey)$/.test(mapping.kind) || isAskedAgain(text, profiles)) return null
  const answered = times.find(({ values }) => canAllBeRead(values, mapping))
  return {
    reply: reply.name,
    texts: text,
    times: answered && time?.length === 1 && time[0] !== undefined ? [time[0], answered.name] : null,
    id: mapping.columns.externalId?.[0] ?? findId(profiles),
  }
}

function saysSentences(column: Profile): boolean {
  const answers = column.values.filter(isAnswer)
  const words =
    answers.reduce((sum, answer) => sum + answer.split(/\s+/).length, 0) / Math.max(1, answers.length)
  // Where no spaces stand between words, a sentence is one.
  const isLong = words >= 2 || column.meanLength >= 12
  const isSaid = answers.length < tellingRows || column.distinct.size > answers.length / 50
  return (
    answers.length > 0 &&
    isLong &&
    isSaid &&
    column.numbers < 0.1 &&
    column.emails < 0.5 &&
    !holdsTimes(readTimes(column, null))
  )
}

/** From how many answers on few different ones are seen to be chosen from a list. */
const tellingRows = 50

/** Not all that customers write is answered, or the answer says when it was given. */
function mayBeBare(column: Profile, profiles: readonly Profile[]): boolean {
  const names = profiles.map(({ words }) => words).join(' | ')
  const isTold = column.values.length < column.rows || profiles.some((one) => isReplyTime(one, column))
  return column.meanWords >= 4 && column.values.length > 2 && isTold && !isSurvey.test(names)
}

/** It stands where answers do. */
function isReplyTime(column: Profile, reply: Profile): boolean {
  if (!repliedAt.test(column.words) || isPlanned.test(column.words)) return false
  const beside = reply.cells.flatMap((answer, at) => (isAnswer(answer) ? [column.cells[at] ?? ''] : []))
  return shareOf(beside, (time) => time !== '') > 0.5 && holdsTimes(readTimes(column, null))
}

function canAllBeRead(values: readonly string[], { timeFormat }: Mapping): boolean {
  return shareOf(values.slice(0, 1000), (value) => canRead(value, timeFormat)) > 0.9
}

/** The same few questions are those of the company, and what is answered to them is the customer's. */
function isAskedAgain(texts: readonly string[], profiles: readonly Profile[]): boolean {
  return profiles.some(
    ({ name, words, distinct, values }) =>
      texts.includes(name) &&
      /^(question|prompt|frage|pregunta|domanda|pergunta)s?\b/.test(words) &&
      distinct.size < values.length * 0.5,
  )
}
