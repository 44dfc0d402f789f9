import { dayMs, type Instant } from '../base/time.ts'

/** What the record says of an issue, for saying it back. */
export type Lived = {
  readonly contacts: number
  readonly teams: number
  readonly firstAt: Instant | null
  readonly lastAt: Instant | null
  readonly brokenPromises: number
  /** The first thing they said that is no greeting. */
  readonly came: string | null
  /** The customer's own words that carry the most, oldest first. */
  readonly expected: string | null
  readonly wished: string | null
  readonly need: string | null
}

/**
 * What this customer is living, as a first draft from the record alone: only what it shows, in their own words where they
 * gave them; never what we call the cause. The rep edits it, the customer confirms or corrects it. Assumes masked words.
 * Example: three contacts with two teams in nine days, "you said the engineer would come" expected →
 * “You came to us 3 times in 9 days. 2 teams dealt with it. You expected: “you said the engineer would come”.”
 */
export function composeLived(lived: Lived): string {
  return [sayComing(lived), sayTeams(lived), sayBroken(lived), ...sayWords(lived)]
    .filter((part) => part !== '')
    .join(' ')
}

/**
 * Whether a sentence that was read as an expectation says what was to come: “I thought it was my mistake” tells what somebody
 * believed, and would be said back as “You expected” to their surprise. English.
 */
export function isExpected(words: string): boolean {
  return /\b(expect|anticipat|count(ed|ing)? on|suppos|promis|assur|guarantee|told|said|should|ought|would|will|going to)/iu.test(
    words,
  )
}

/** The statement that is shared: what they live, then what they hope for, then the question that makes it theirs. */
export function composeUnderstanding(
  lived: string,
  { feel, think, act }: { readonly feel: string; readonly think: string; readonly act: string },
): string {
  const hopes = [
    feel.trim() === '' ? '' : `You would like to feel ${lowerFirst(feel)}.`,
    think.trim() === '' ? '' : `You would like to be able to say: “${think.trim()}”.`,
    act.trim() === '' ? '' : `What you want to get done: ${lowerFirst(act)}.`,
  ]
  return [lived.trim(), ...hopes, 'Have I got that right?'].filter((part) => part !== '').join(' ')
}

function sayComing({ contacts, came, firstAt, lastAt }: Lived): string {
  if (contacts < 2) return came === null ? 'You came to us.' : `You came to us with this: “${came.trim()}”.`
  const days =
    firstAt === null || lastAt === null ? null : Math.max(1, Math.round((lastAt - firstAt) / dayMs))
  const within = days === null ? '' : ` in ${days} ${days === 1 ? 'day' : 'days'}`
  return `You came to us ${contacts === 2 ? 'twice' : `${contacts} times`}${within}.`
}

function sayTeams({ teams }: Lived): string {
  return teams < 2 ? '' : `${teams} teams dealt with it.`
}

function sayBroken({ brokenPromises }: Lived): string {
  if (brokenPromises === 0) return ''
  return brokenPromises === 1
    ? 'A promise that we made was not kept.'
    : `${brokenPromises} promises were not kept.`
}

function sayWords({ expected, wished, need }: Lived): readonly string[] {
  return [
    expected === null ? '' : `You expected: “${expected.trim()}”.`,
    wished === null ? '' : `You wish: “${wished.trim()}”.`,
    need === null ? '' : `What it is for: “${need.trim()}”.`,
  ]
}

function lowerFirst(text: string): string {
  const trimmed = text.trim().replace(/[.!?]+$/u, '')
  // “I want …” stays as it is said.
  return /^I\b/u.test(trimmed) ? trimmed : trimmed.slice(0, 1).toLowerCase() + trimmed.slice(1)
}
