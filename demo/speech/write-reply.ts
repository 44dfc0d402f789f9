import type { CompanySignal } from '../../core/signals/signal.ts'
import type { Random } from '../../core/stats/random.ts'
import type { Channel } from '../company.ts'
import type { Issue } from '../life/telling.ts'
import { chance, pick } from '../random.ts'
import * as words from '../words/agent-words.ts'
import { type Sentence, say } from './grammar.ts'

/** What an answer is meant to do. */
export type Answer = {
  readonly stance: 'outsideIn' | 'insideOut'
  readonly outcome: 'settled' | 'promised' | 'sentAround' | 'refused' | 'asked'
}

export type Reply = { readonly text: string; readonly signals: readonly CompanySignal[] }

/** An agent's answer; `issue.facts` says who speaks, for which team, and what is promised by when. */
export function writeReply(issue: Issue, answer: Answer, channel: Channel, random: Random): Reply {
  const signals: CompanySignal[] = []
  const body: string[] = []
  const add = (list: readonly Sentence[], signal: CompanySignal | null) => {
    body.push(say(pick(random, list), issue.facts, random))
    if (signal !== null) signals.push(signal)
  }
  if (answer.stance === 'outsideIn') openOutsideIn(issue, answer, add, random)
  else openInsideOut(issue, answer, channel, add, random)
  if (answer.outcome === 'settled') add(issue.words.fix, null)
  if (answer.outcome === 'promised') add(words.promises, 'promise')
  if (answer.outcome === 'sentAround') add(words.spokenHandOffs, 'spokenHandOff')
  if (answer.outcome === 'asked') add(words.askForDetails, null)
  if (answer.stance === 'outsideIn' && answer.outcome !== 'sentAround') offer(issue, body, signals, random)
  addMore(answer, channel, add, random)
  return { text: dress(body.join(' '), issue, channel, random), signals }
}

/** The news that was promised. */
export function writeKept(issue: Issue, channel: Channel, random: Random): string {
  const news = `${say(pick(random, words.promisesKept), issue.facts, random)} ${say(pick(random, issue.words.fix), issue.facts, random)}`
  return dress(news, issue, channel, random)
}

type Add = (list: readonly Sentence[], signal: CompanySignal | null) => void

/** The clause about the problem is spliced in, so that an answer shows what was understood. */
function openOutsideIn(issue: Issue, answer: Answer, add: Add, random: Random): void {
  issue.facts.about = say(pick(random, issue.words.about), issue.facts, random)
  add(acknowledgementsFor(issue, random), issue.cause.demand === 'value' ? null : 'acknowledgement')
  if (answer.outcome !== 'sentAround' && chance(random, 0.6)) add(words.ownerships, 'ownership')
}

function acknowledgementsFor({ cause, contact }: Issue, random: Random): readonly Sentence[] {
  if (cause.feeling === 'sadness') return words.condolences
  if (cause.demand === 'value') return words.welcomes
  return contact > 1 && chance(random, 0.7) ? words.acknowledgementsAgain : words.acknowledgements
}

function openInsideOut(issue: Issue, answer: Answer, channel: Channel, add: Add, random: Random): void {
  add(isSpoken(channel) ? words.neutralSpoken : words.neutral, null)
  if (answer.outcome === 'settled' && chance(random, 0.5)) return
  if (answer.outcome !== 'sentAround' || chance(random, 0.3)) add(issue.words.rule, 'ruleCited')
  if (answer.outcome === 'refused') add(words.refusals, 'refusal')
  if (answer.outcome === 'refused' && chance(random, 0.6)) add(words.deflections, 'deflection')
}

function isSpoken(channel: Channel): boolean {
  return channel === 'phone' || channel === 'shop visit'
}

/** Written answers are longer: with care from one side, with distance from the other. */
function addMore(answer: Answer, channel: Channel, add: Add, random: Random): void {
  const isCaring = answer.stance === 'outsideIn'
  if (isCaring && answer.outcome === 'sentAround') return
  if (channel === 'chat' ? chance(random, 0.4) : chance(random, 0.8))
    add(isCaring ? words.care : words.distance, null)
  if (isSpoken(channel) || channel === 'chat') return
  add(isCaring ? words.careWritten : words.distanceWritten, null)
  if (!isCaring && chance(random, 0.5)) add(words.noticesWritten, null)
}

function offer(issue: Issue, body: string[], signals: CompanySignal[], random: Random): void {
  if (!chance(random, 0.5)) return
  issue.facts.option = say(pick(random, issue.words.option), issue.facts, random)
  body.push(say(pick(random, words.optionLeads), issue.facts, random))
  signals.push('optionOffered')
}

function dress(text: string, issue: Issue, channel: Channel, random: Random): string {
  if (channel === 'chat') {
    const greeting = say(pick(random, words.chatGreetings), issue.facts, random)
    return greeting === '' ? text : `${greeting} ${text}`
  }
  if (isSpoken(channel)) return text
  const greeting = say(pick(random, words.greetings), issue.facts, random)
  return `${greeting}\n\n${text}\n\n${say(pick(random, words.signOffs), issue.facts, random)}`
}
