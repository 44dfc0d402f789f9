import { type DistinctText, normalForm } from './distinct-texts.ts'

/**
 * Prepares saying how much speaks against a sentence as the name of what many come about; 0 when nothing does. It should be neither
 * clipped nor rambling, hide nothing, hold no word that hardly anybody else writes, stand by itself, and say what is wrong or
 * wanted: not what is felt, what one did all day, what others say, or one customer's sum, date or place.
 * Assumes English. Cost: linear in the words.
 */
export function prepareFaults(texts: readonly DistinctText[]): (title: string) => number {
  const isRare = prepareRareness(texts)
  return (title) => {
    const words = title.split(' ').length
    const rare = normalForm(title).split(' ').filter(isRare).length
    const length = words < 4 ? 0.06 : 0.01 * Math.max(0, words - 12)
    const found = faults.reduce((sum, { pattern, weight }) => sum + (pattern.test(title) ? weight : 0), 0)
    return length + 0.1 * Math.min(3, rare) + found + (pointed.test(title) ? 0 : 0.1)
  }
}

/** A question, a wish, or a word of failing. */
const pointed =
  /\?$|^(?:how|why|what|where|which|when|who|can|could|is|are|do|does|will|would|please)\b|\b(?:not|no|never|cannot|cant|can['’]t|didn['’]t|didnt|doesn['’]t|doesnt|isn['’]t|won['’]t|haven['’]t|hasn['’]t|without|wrong|broken|failed|fails?|declined|missing|lost|stolen|late|higher|too|twice|again|still|instead|although|drops?|slow|empty|charged|want|need|would like|waiting|correct|refund|cancel|change)\b/i

const someone =
  '(?:neighbou?r|bank|landlord|sister|brother|mother|father|son|daughter|husband|wife|partner|friend|colleague|lady|man|school|kid|child|children|postman|consultant|technician)s?'

const faults: readonly { readonly pattern: RegExp; readonly weight: number }[] = [
  // What is felt, and how patient one was.
  {
    pattern:
      /\b(?:(?:nothing|anything) special|anyone would expect|(?:nobody|no one) (?:seems to )?cares?|had enough|i have had it|enough is enough|ashamed|anger|angr(?:y|ier)|furious|annoyed|livid|frustrat(?:ed|ing)|fed up|patien(?:t|ce)|polite)\b/i,
    weight: 0.3,
  },
  // What one did, is, has or hoped.
  {
    pattern:
      /^(?:first )?(?:i|we) (?:did nothing|waited|looked at|slept|wrote down|went through|searched|asked|checked|tried (?:your|the) (?:help|web)|works?|worked|run|live|used to|am (?:doing|not|just|only|here|sorry|home|alone)|are (?:not|just|only|two|three|four)|was passing|made|kept|took|have (?:been (?:with you|a customer)|all (?:the|your)|better things|nothing against)|(?:had )?hoped?)\b/i,
    weight: 0.3,
  },
  // The story of the contact itself.
  {
    pattern:
      /^(?:there was a time|at first|that (?:is it|makes|day)|so much|must i|do i have to|according to|every time|no reply|not a word|another|an? (?:question|matter) that|here (?:is|are)|one (?:question|thing)|by the way|.{1,30} will be next)\b/i,
    weight: 0.3,
  },
  // Others, and what they say.
  {
    pattern: new RegExp(`\\b(?:my|our|your|the|an?|his|her) (?:[\\w-]+ )?${someone}(?:['’]s)?\\b`, 'i'),
    weight: 0.1,
  },
  {
    pattern: /\b(?:says?|said|told|swears|promised|thinks|asked|wanted|rang|confirms?)\b|[‘“"]/i,
    weight: 0.08,
  },
  // What must be known to understand it.
  {
    pattern:
      /^(?:now|if|since|when i|instead|surely|same|the (?:second|third|replacement|next)|it|that|this (?:is|was)|he|she|they|there)\b|\bthat you (?:asked|wanted|said)\b|\b(?:him|them|they|he|she|also|even)\b|\bit\W*$/i,
    weight: 0.12,
  },
  { pattern: /\b(?:cant|dont|didnt|doesnt|isnt|wont|im|ive|its not)\b/i, weight: 0.05 },
  { pattern: /\[|@\w|\bX{2,}\b/, weight: 0.1 },
  {
    pattern:
      /\d|[€£$¥]|\b(?:january|february|march|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday)\b/i,
    weight: 0.3,
  },
  { pattern: /\b(?:in|to|from|at) \p{Lu}\p{Ll}+/u, weight: 0.1 },
]

/** Where there is much to read, a word of one or two texts is misspelt or one customer's own. */
const manyTexts = 300
const fewTexts = 3

function prepareRareness(texts: readonly DistinctText[]): (word: string) => boolean {
  if (texts.length < manyTexts) return () => false
  const counts = new Map<string, number>()
  for (const { form, ids } of texts)
    for (const word of new Set(form.split(' '))) counts.set(word, (counts.get(word) ?? 0) + ids.length)
  return (word) => (counts.get(word) ?? 0) < fewTexts
}
