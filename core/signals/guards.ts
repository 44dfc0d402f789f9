import type { Cue } from './cues/cue.ts'
import { exclamation, plainEnding, question, type Reading, wordOf } from './symbols.ts'

const negators = new Set(
  "not never no without hardly nor neither n't cannot can't don't didn't doesn't isn't aren't wasn't weren't won't wouldn't couldn't shouldn't haven't hasn't hadn't dont didnt doesnt isnt wasnt wont cant".split(
    ' ',
  ),
)
const suppositions = new Set(
  "if unless whether wish would could suppose imagine should i'd you'd we'd".split(' '),
)
const ifWords = new Set(['if', 'unless', 'whether', 'wish', 'suppose', 'imagine', 'case'])
const auxiliaries = new Set(['have', 'been'])
const conditions = new Set(
  'if unless once when whenever confirm provide choose select pick specify'.split(' '),
)
const boosters = new Set(
  'very so really extremely absolutely beyond incredibly totally completely utterly truly deeply'.split(' '),
)
const softeners = new Set('bit slightly little somewhat kinda fairly'.split(' '))
const askers = new Set('are were is do did does can could will would have has'.split(' '))

/** "Not only", "no problem" deny nothing. */
const unlessBefore = new Set(['only', 'just', 'problem', 'worries', 'doubt', 'wonder'])

/** What follows takes back the praise before it. */
const takingBack = new Set('only except however though although yet until till'.split(' '))
/** Praise after these words is of a time that is over, or not of the one in question. */
const otherTimes = new Set(
  'mornings afternoons evenings nights weekdays weekends initially originally formerly previously'.split(' '),
)
const firstTimes = new Set('day days week weeks month months year few'.split(' '))
const thanks = new Set(['thank', 'thanks', 'thankyou', 'thx'])

const negationReach = 3
const suppositionReach = 10
const conditionReach = 30
const mixedReach = 12
const askReach = 40

/** What makes a phrase not count, or count more or less, by the words around it. */
export function prepareGuards() {
  return {
    stop(reading: Reading, start: number, length: number, cue: Cue): boolean {
      if (reading.quoted[start] === 1) return true
      if (cue.where !== undefined && !stands(reading, start, start + length, cue.where)) return true
      if (cue.guard === 'stands') return false
      if (cue.guard === 'firm' && isConditional(reading, start)) return true
      if (cue.guard === 'unmixed' && isMixed(reading, start, start + length)) return true
      return isNegated(reading, start) || isSupposed(reading, start) || asksAboutYou(reading, start)
    },
    strengthOf(reading: Reading, start: number, length: number, cue: Cue): number {
      let strength = cue.strength
      let isBoosted = false
      let isSoftened = false
      for (let at = Math.max(0, start - 2); at < start + length; at++) {
        const word = wordOf(reading, at)
        isBoosted ||= boosters.has(word)
        isSoftened ||= softeners.has(word)
      }
      if (isBoosted) strength += 0.1
      if (isSoftened) strength -= 0.2
      if (reading.endings[reading.sentences[start] ?? 0] === exclamation) strength += 0.05
      return Math.round(Math.min(1, Math.max(0.05, strength)) * 100) / 100
    },
  }
}

/** A negation up to three words before, in the same clause; "not only" and "not just" are none. */
function isNegated(reading: Reading, start: number): boolean {
  for (let at = start - 1; at >= Math.max(0, start - negationReach); at--) {
    if ((reading.breaks[at + 1] ?? 0) > 0) return false
    const word = wordOf(reading, at)
    if (negators.has(word)) return !unlessBefore.has(wordOf(reading, at + 1))
  }
  return false
}

/** An if-word up to ten words before, or a would just before ("would have been"), in the same clause. */
function isSupposed(reading: Reading, start: number): boolean {
  let near = 2
  for (let at = start - 1; at >= Math.max(0, start - suppositionReach); at--) {
    if ((reading.breaks[at + 1] ?? 0) > 0) return false
    const word = wordOf(reading, at)
    if (word === 'then' || word === 'but' || word === 'because') return false
    if (ifWords.has(word)) return true
    if (auxiliaries.has(word)) near++
    if (start - at <= near && suppositions.has(word)) return true
  }
  return false
}

/** "Once you confirm, I will book it" and "Let me know which one, and I will book it" promise nothing yet. */
function isConditional(reading: Reading, start: number): boolean {
  const sentence = reading.sentences[start]
  for (let at = start - 1; at >= start - conditionReach && reading.sentences[at] === sentence; at--) {
    const word = wordOf(reading, at)
    if (conditions.has(word) || (word === 'know' && wordOf(reading, at - 1) === 'me')) return true
  }
  return false
}

/** "It is excellent, but", "Evenings are perfect": praise beside which something else is complained of. */
function isMixed(reading: Reading, start: number, end: number): boolean {
  const { sentences, breaks } = reading
  const sentence = sentences[start]
  for (let at = start - 1; at >= start - mixedReach && sentences[at] === sentence; at--) {
    if (isOtherTime(reading, at)) return true
    if ((breaks[at] ?? 0) > 0) break
  }
  const furthest = Math.min(reading.count, end + mixedReach)
  for (let at = end; at < furthest && sentences[at] === sentence; at++) {
    const word = wordOf(reading, at)
    if (word === 'but' || ((breaks[at] ?? 0) > 0 && takingBack.has(word))) return true
  }
  return false
}

/** "The first week", "evenings": not the time that is complained of. */
function isOtherTime(reading: Reading, at: number): boolean {
  const word = wordOf(reading, at)
  return otherTimes.has(word) || (word === 'first' && firstTimes.has(wordOf(reading, at + 1)))
}

function stands(reading: Reading, start: number, end: number, where: NonNullable<Cue['where']>): boolean {
  const { sentences, endings, breaks, count } = reading
  const sentence = sentences[start] ?? 0
  if (start > 0 && sentences[start - 1] === sentence) return false
  if (where === 'openingQuestion') return endings[sentence] === question
  const isParted = end >= count || (breaks[end] ?? 0) > 0 || thanks.has(wordOf(reading, end))
  return endings[sentence] === plainEnding && isParted
}

/** "Are you angry?" asks; it does not say. */
function asksAboutYou(reading: Reading, start: number): boolean {
  const sentence = reading.sentences[start] ?? 0
  if (reading.endings[sentence] !== question) return false
  let first = start
  const furthest = Math.max(0, start - askReach)
  while (first > furthest && reading.sentences[first - 1] === sentence) first--
  if (first > 0 && reading.sentences[first - 1] === sentence) return false
  return start > first && askers.has(wordOf(reading, first)) && wordOf(reading, first + 1) === 'you'
}
