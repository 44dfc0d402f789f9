import { prepareScanner, wordKind } from '../text/scan.ts'

/** What people say before they come to the point; taken off the front of a sentence. */
const leadPattern =
  /^(?:(?:dear [\w.' -]{1,40},|\.?@\w{2,30}\b|(?:hi|hello|hey|greetings|good ?(?:morning|afternoon|evening|day|night)|dear sirs?(?: or madam)?|to whom it may concern|sir|madam|thanks|thank you|ok|okay|please|again|once (?:more|again)|in short|the (?:short )?story in short|long story short|to say it (?:once more|again)|as i (?:already )?(?:wrote|said|explained|mentioned|told you)(?: before| already| above| last time)?|for the record|from the beginning|as (?:always|usual))\b|(?:yes|no|sure|well|so|look|listen|oh|ah|um|hm+)[,.!:])(?: there| all| team| everyone| guys)?[\s,.!?:;–—-]*)+/i

/** What everybody says and what tells nothing about why they came. */
const mannerPatterns: readonly RegExp[] = [
  /^for (?:picking up|taking (?:the|my)|answering|your (?:help|time|call|patience|reply))/i,
  /^(?:my (?:full |first |last |user ?)?name(?: is|'s|’s)|i am called|can you hear me|is this [A-Z]\w+\W*$)/i,
  /^(?:[Tt]his is|[Ii]t is|[Ii]t['’]s|[Hh]ere is|[Ii] am) \p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2}(?:,? (?:(?:in|from|of|at) \p{Lu}[\p{L}’' -]{2,30}|speaking|here|again|calling))?\W*$/u,
  /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2}(?:, (?:in|from|of|at) \p{Lu}[\p{L}’' -]{2,30}|,? speaking)\W*$/u,
  /^(?:my|the) (?:\w+ ){0,3}(?:number|id|e-?mail|address|phone|zip|postcode|birthday|date of birth|pin|username|user name|account)(?: \w+){0,2}(?: is|:|'s)\s+\S{0,30}[\d@]/i,
  /^(?:(?:can|could|would|will) (?:you|u|someone|anyone|somebody) (?:please |kindly )?(?:help|assist|take care)(?: me| us| of it| of this)?(?: out| please)?(?: with (?:this|something|that))?|i (?:need|want|would like|require)(?: some| your)? (?:help|assistance)(?: please)?|please help(?: me)?|help(?: me)?|i have a (?:question|problem|quick question|request)|are you there|is (?:anyone|anybody|someone) there|is that you|how are you(?: doing)?(?: today)?|i hope (?:you|this|i).{0,60}|hope you.{0,60})\W*$/i,
  /^(?:(?:many )?thanks?(?: you)?.{0,30}|th(?:an)?x+s?|tysm|(?:best|kind|warm)? ?regards.{0,40}|cheers|sincerely.{0,40}|that'?s (?:all|it|right|correct|great|fine|ok|okay).{0,20}|have a (?:good|great|nice).{0,30}|you too|(?:good)?bye.{0,20}|yes\b.{0,12}|no(?:pe)?(?:,? (?:thanks?.{0,12}|thank you|problem|worries|idea|sorry|not yet|(?:it|i|we|they|that|this|there) (?:is|was|does|did|has|have|had|do|can|will|would|are|were|isn|wasn|don|doesn|didn|haven|hasn)\b.{0,12}))?|not (?:yet|now|really|sure|at all)|ok(?:ay)?\b.{0,12}|sure\b.{0,12}|great\b.{0,12}|perfect\b.{0,12}|(?:at last|finally),? (?:a|some).{0,20}|(?:it is )?good (?:that|to) .{0,25}(?:got|reach|hear).{0,12})$/i,
]

/** What is only felt: no more than who feels it, how much, and a word of feeling. */
const feeling =
  'annoy(?:ed|ing)|angr(?:y|ier)|anger|upset(?:ting)?|furious|frustrat(?:ed|ing|ion)|disappoint(?:ed|ing|ment)|irritat(?:ed|ing)|fed up|losing (?:my )?patience|patience is|out of patience|unhappy|dissatisfied|exhaust(?:ed|ing)|tired of|let[- ]?down|ridiculous|unacceptable|outrageous|a joke|worried|nervous|confus(?:ed|ing)'
const feelingPatterns: readonly RegExp[] = [
  new RegExp(
    `^(?:(?:and |but )?(?:i|we|this|that|it|nobody|honestly|frankly|my patience)\\b)(?: [\\w’'-]+){0,5}? (?:${feeling})\\b(?:,? (?!(?:about|with|by|at|because|since|over|when|after|for|of)\\b(?! (?:this|that|it|you|me|all|everything|the whole)\\b))[\\w’'-]+){0,6}\\W*$`,
    'i',
  ),
]

/** What is said about the contact itself: whom one asked before, who sent one here, that one must start again. */
const contactPatterns: readonly RegExp[] = [
  /^(?:\S+ ){1,4}?(?:sent|passed|transferred|forwarded|referred|directed|bounced|handed|put) me (?:to|on|here|over|back|from|around|through|away)\b/i,
  /^i(?:'ve| have| had| keep)?(?: just| now)*(?: (?:was|am|been|being|got|getting))+(?: just| now)* (?:sent|passed|transferred|referred|redirected|forwarded|directed|bounced) (?:to|on|here|over|back|from|around|by)\b/i,
  /^(?:i|we) (?:was|were|have been|had been) (?:told|promised|assured|asked) (?:that )?(?:to (?:call|contact|speak|write|ask|ring|phone|describe|wait|try)|(?:i|we) (?:would|will) (?:hear|have an answer|be called|get (?:an answer|a call))|(?:some(?:body|one)|you) would (?:call|write|ring|get back|contact|answer)|(?:a call|an answer|a reply|a callback))/i,
  /^you (?:said|told me|promised|assured me)(?: that)? (?:i|you|some(?:body|one)) would (?:hear|call|write|ring|get back|contact|answer|be called|have an answer)/i,
  /^some(?:body|one) (?:told me to|was (?:to|going to|supposed to) (?:call|write|ring|contact|get back))/i,
  /\b(?:hotline|call cent(?:er|re)|help ?line|help ?desk|switchboard|colleagues?)\b.{0,40}\b(?:said|says|told|could not|couldn['’]t|gave me|it is (?:your|a)|i (?:must|have to|should))\b/i,
  /^(?:and )?first the .{1,30},? (?:and )?(?:now|then) the /i,
  /^.{0,60}\b(?:here goes|here i am|i(?: am)? start(?:ing)? here|who(?:m)? (?:else )?(?:to|should i) (?:ask|contact|call|write)|at the right (?:counter|place|desk|department|number)|am i right here|right (?:here|this time)|wrong (?:department|place|number)|who is next)\b.{0,30}$/i,
  /^(?:every|each) time i (?:reach|call|contact|write|phone|ring|get|speak|talk)\b/i,
  /\b(?:start|explain|tell|repeat|describe|say) (?:everything|it all|all (?:of )?(?:it|this)|the (?:whole )?(?:story|thing)|it|this|myself|from|over)\b.{0,25}\b(?:again|beginning|once more|scratch)\b/i,
  /^(?:this|it|that)(?: is|['’]s) (?:already |now )?(?:the|my) (?:\S+ )?\w{3,8} (?:time|call|contact|mail|e-?mail|message|attempt)(?: (?:that )?(?:i|we) (?:have|had|am|call|write|contact|ask)\b.{0,60})?\W*$/i,
  /^(?:i|we) (?:was|were|have been|waited|spent|hung)\b.{0,20}\b(?:on hold|in (?:the|your) (?:queue|waiting loop))\b.{0,50}$/i,
  /^(?:that|this|it) (?:did not|didn['’]t|never|has not) happen/i,
  /^english is not my\b/i,
  /^(?:do you have many more|let me say first|i have nothing against)\b/i,
]

const manners = prepareAny(mannerPatterns)
const feelings = prepareAny(feelingPatterns)
const contacts = prepareAny(contactPatterns)

/** Whether any of the patterns fits: joined by what they share, since one search for many costs little more than for one. */
function prepareAny(patterns: readonly RegExp[]): (sentence: string) => boolean {
  const kinds = Map.groupBy(patterns, ({ flags, source }) => `${flags} ${source.startsWith('^')}`)
  const joined = [...kinds.values()].map(
    (alike) => new RegExp(alike.map(({ source }) => `(?:${source})`).join('|'), alike[0]?.flags),
  )
  return (sentence) => joined.some((pattern) => pattern.test(sentence))
}

/** A sentence without the greeting and filler at its front. */
export function dropLead(sentence: string): string {
  return sentence.replace(leadPattern, '')
}

/**
 * Whether a sentence says nothing about why the customer came: manners, names, or the story of the contact itself.
 * Cost: linear; a handful of searches for all patterns.
 */
export function isIdle(sentence: string): boolean {
  return !hasTwoWords(sentence) || manners(sentence) || feelings(sentence) || contacts(sentence)
}

/** Whether a sentence tells of an earlier contact: whom the customer asked, who sent them on, what they were told. */
export function tellsOfContact(sentence: string): boolean {
  return contacts(sentence)
}

const scan = prepareScanner()

/** What most sentences hold, and quickly seen: plain words side by side. */
const twoPlainWords = /(?:^|\s)[A-Za-z]{2,40}\s[A-Za-z]{2,40}(?=[\s.,!?]|$)/

/** Two words of more than one letter. */
function hasTwoWords(sentence: string): boolean {
  return twoPlainWords.test(sentence) || wordLengths(sentence).filter((length) => length > 1).length >= 2
}

/** "Refund", "0 % EMI": one word that is no manners. It tells why somebody came where they say nothing else. */
export function isLoneWord(sentence: string): boolean {
  const [length = 0, ...others] = wordLengths(sentence)
  const isWord = length >= shortestLoneWord && others.length === 0 && !/['’]|\p{L}\d|\d\p{L}/u.test(sentence)
  return isWord && !loneManners.test(sentence) && !manners(sentence) && !feelings(sentence)
}

const loneManners =
  /^\W*(?:yeah|yep|yup|yo|nah|nothing|none|sorry|hola|hallo|bonjour|ciao|test(?:ing)?|hmm+|lol|wow|morning|afternoon|evening|any(?:one|body)|urgent)\W*$/i

const shortestLoneWord = 3

function wordLengths(sentence: string): readonly number[] {
  const { count, kinds, starts, ends, unusual } = scan(sentence)
  const lengths: number[] = []
  for (let index = 0; index < count; index++)
    if (kinds[index] === wordKind)
      lengths.push(unusual[index]?.length || (ends[index] ?? 0) - (starts[index] ?? 0))
  return lengths
}
