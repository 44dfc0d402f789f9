import { cleanText } from '../text/clean.ts'
import { splitSentences } from '../text/sentences.ts'
import { tokenise } from '../text/tokenise.ts'

const longestReason = 400
const mostMessages = 6
const mostSentences = 4

/**
 * Why a customer came, in their words: from the messages that open a contact, the sentences that say something; greetings,
 * names, thanks, identification and bare yes or no are dropped.
 * Assumes the customer's messages in order, before or around the company's first answers. At most four sentences and 400
 * characters, from the first message that says something on.
 * Refuses (null) when nothing is left. Example: reasonOf(['Hi!', 'My name is Ann. My parcel never came.']) is
 * 'My parcel never came.'. Cost: linear.
 */
export function reasonOf(messages: readonly string[]): string | null {
  const kept: string[] = []
  let length = 0
  for (const message of messages.slice(0, mostMessages)) {
    for (const sentence of tellingSentences(message)) {
      if (kept.length === mostSentences || (length > 0 && length + sentence.length > longestReason)) break
      kept.push(sentence)
      length += sentence.length + 1
    }
    if (length >= enough) break
  }
  return kept.length === 0 ? null : kept.join(' ').slice(0, longestReason)
}

/** Later messages answer the company's questions; once this much is said, they are not needed. */
const enough = 40

function tellingSentences(message: string): readonly string[] {
  const clean = cleanText(message.length > 20_000 ? message.slice(0, 20_000) : message)
  return splitSentences(clean)
    .slice(0, 40)
    .map(({ start, end }) => clean.slice(start, end).replace(openingPattern, ''))
    .filter((sentence) => isTelling(sentence))
}

const openingPattern =
  /^(?:(?:dear [\w.' -]{1,40},|(?:hi|hello|hey|greetings|good (?:morning|afternoon|evening|day)|dear sirs?(?: or madam)?|to whom it may concern|sir|madam|thanks|thank you|ok|okay|yes|no|sure|please|well|so)\b)(?: there| all| team| everyone| guys)?[\s,.!:;-]*)+/i

const emptyPatterns = [
  /^(?:my (?:full |first |last |user ?)?name(?: is|'s|’s)|i am called|this is [A-Z]\w+(?: speaking| here)?\W*$|it'?s [A-Z]\w+\W*$)/i,
  /^(?:my|the) (?:\w+ ){0,3}(?:number|id|e-?mail|address|phone|zip|postcode|birthday|date of birth|pin|username|user name|account)(?: \w+){0,2}(?: is|:|'s)\s/i,
  /^(?:(?:can|could|would|will) (?:you|u|someone|anyone) (?:please |kindly )?(?:help|assist)(?: me| us)?(?: out| please)?(?: with (?:this|something|that))?|i (?:need|want|would like|require)(?: some| your)? (?:help|assistance)(?: please)?|please help(?: me)?|help(?: me)?|i have a (?:question|problem|quick question|request)|are you there|is (?:anyone|anybody|someone) there|how are you(?: doing)?(?: today)?|i hope (?:you|this).{0,60}|hope you.{0,60})\W*$/i,
  /^(?:(?:many )?thanks?(?: you)?.{0,30}|(?:best|kind|warm)? ?regards.{0,40}|cheers|sincerely.{0,40}|that'?s (?:all|it|right|correct|great|fine|ok|okay).{0,20}|have a (?:good|great|nice).{0,30}|you too|(?:good)?bye.{0,20}|yes.{0,12}|no.{0,12}|ok(?:ay)?.{0,12}|sure.{0,12}|great.{0,12}|perfect.{0,12})$/i,
]

/** At least two words, and not one of the things everybody says. */
function isTelling(sentence: string): boolean {
  const words = tokenise(sentence).filter(({ kind, word }) => kind === 'word' && word.length > 1).length
  return words >= 2 && !emptyPatterns.some((pattern) => pattern.test(sentence))
}
