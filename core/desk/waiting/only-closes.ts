import type { Signal, SignalKind } from '../../signals/signal.ts'
import { readingPart } from '../../text/clean.ts'
import { splitSentences } from '../../text/sentences.ts'
import { tokenise } from '../../text/tokenise.ts'

const thanks: readonly SignalKind[] = ['gratitude', 'relief', 'joy']
/** Goes with thanks and asks for nothing. */
const harmless: readonly SignalKind[] = [...thanks, 'surprise', 'recommendation']

/** Words that thank, say that it is over, or take leave; a word beyond these may say anything. */
const closing = new Set(
  `a about again all alright also am amazing an and anna answer appreciate as at awesome back be been best
  better bit breathe brilliant bye can care case cheering cheers close colleagues cool day dear delighted done
  down easy even evening ever everyone everything excellent family fantastic fast fine fixed folder for free
  friendly from glad good goodbye got grateful great guys happy have he hear hello help helped helpful helping
  her hi him his home hope hugely hurray husband i i'll i'm i've impressed in indeed is it it's job just kind
  kindly kindness know less lot lovely madam made many me mind morning much my news nice night no noted now of
  off oh ok okay on one our out over patience perfect perfectly phew pleased problem quick quickly quite really
  received regards relax relieved reply resolved rest right see service she sincerely sir sleep smiled so
  solution solved solving some sorted sorting splendid stop super support sure sweet take team thank thankful
  thanks that that's the then there they thing thinking this time to finally relief took today together tomorrow tonight too truly
  understood up us very was we weekend weight well were what wife will wish wishes with wonderful wonderfully
  work worked working works world worries worry would yay you you're your yours yourself`.split(/\s+/),
)

/** Without a word of thanks, these say that it is over or was heard. */
const overPattern =
  /^(?:oh,? )?(?:ok(?:ay)?|lovely|wonderful|brilliant|phew|finally|alright|all right|perfect|great|good|super|fine|noted|understood|got it|never ?mind|no (?:problem|worries)|(?:it|that|everything|all)(?:['’]s| is| has been)? (?:all )?(?:works?|working|solved|sorted|fixed|resolved|done|fine)|(?:problem )?(?:solved|sorted|resolved|fixed)|you (?:can|may) close|good ?bye|bye)\b/iu

/** “Yes” may answer what we asked, “please” and “but” ask for more: none of these closes. */
const turnPattern =
  /\?|\d|\b(?:yes|no(?! (?:problem|worries|need))|please|but|however|still|yet|not|can you|if|until|once)\b|n['’]t\b/iu

/**
 * Whether a customer's message only thanks or closes, so that nobody waits for an answer to it: it thanks, is relieved or
 * says that it is over, and says, asks and shows nothing else. Assumes `signals` to be those read in it; whatever they show
 * beyond thanks keeps the customer waiting. Refuses in doubt: a word that is not one of thanks or farewell, a number, a
 * question or a yes may be what we have to answer. English only. Cost: linear.
 * Example: onlyCloses('Thanks a lot, that helped.', signals) holds; 'Thanks, but it is still dark.' does not.
 */
export function onlyCloses(text: string, signals: readonly Signal[]): boolean {
  if (signals.some(({ kind }) => !harmless.includes(kind))) return false
  const part = readingPart(text)
  if (turnPattern.test(part)) return false
  const sentences = splitSentences(part)
  const saysSo =
    signals.some(({ kind }) => thanks.includes(kind)) ||
    sentences.some(({ start, end }) => overPattern.test(part.slice(start, end)))
  return saysSo && sentences.every((sentence) => isClosing(part.slice(sentence.start, sentence.end)))
}

/** Each word is one of farewell, or a name: with a capital behind the first word, behind a last comma, or all there is. */
function isClosing(sentence: string): boolean {
  const words = tokenise(sentence).filter(({ kind }) => kind !== 'punctuation' && kind !== 'emoji')
  const isName = ({ start }: { start: number }) => /^\p{Lu}/u.test(sentence.slice(start))
  if (words.length <= 3 && words.every(isName)) return true
  const called = /, ?\p{L}+[.!]*$/u.test(sentence) && words.length > 3 ? words.length - 1 : -1
  return words.every(
    (token, index) =>
      token.kind === 'word' && (closing.has(token.word) || index === called || (index > 0 && isName(token))),
  )
}
