import { cleanText } from '../../text/clean.ts'
import { maskText } from '../../text/mask.ts'
import { splitSentences } from '../../text/sentences.ts'
import { dropLead, isIdle } from '../idle-sentence.ts'
import { normalForm } from './distinct-texts.ts'

const longestTitle = 90
/** Who said what to whom is a story of the contact, and may name a person. */
const tellsOfTalk = /\b(?:told|promised|assured) me\b/i
/** People come to the point first; what follows is circumstance. */
const titleSentences = 2

/** The first sentences of a text that could stand as a title: three to sixteen words, masked, in sentence case. */
export function listTitles(text: string): readonly string[] {
  const clean = maskText(cleanText(text.slice(0, 4000)))
  return splitSentences(clean)
    .slice(0, titleSentences)
    .map(({ start, end }) => toTitle(clean.slice(start, end)))
    .filter((title) => isTitle(title) && !isIdle(title) && !tellsOfTalk.test(title))
}

/** A title whatever it takes: the start of the text, cut at a word. */
export function shortenToTitle(text: string): string {
  const title = toTitle(maskText(cleanText(text.slice(0, 4000))))
  if (title.length <= longestTitle) return title
  const cut = title.slice(0, longestTitle).replace(/\s+\S*$/, '')
  return `${cut === '' ? title.slice(0, longestTitle) : cut}…`
}

/** What joins a sentence to the one before. */
const joint = /^(?:also|and|but|then|so)[ ,]+/i

function isTitle(title: string): boolean {
  const words = normalForm(title).split(' ').length
  return title.length >= 10 && title.length <= longestTitle && words >= 3 && words <= 16
}

function toTitle(sentence: string): string {
  const bare = dropLead(sentence).replace(/\s+/g, ' ').trim().replace(joint, '')
  const calm = bare.length > 12 && bare === bare.toUpperCase() ? bare.toLowerCase() : bare
  const marked = calm.replace(/([?!.])[?!.]+$/g, '$1').replace(/[\s.,;:!<>-]+$/, '')
  // A title is quoted itself.
  const quoted = marked.replace(/[“„«"]([^“”„«»"]*)[”“»"]/g, '‘$1’')
  const spelled = quoted.replace(/\bi\b(?=$|[\s'’])/g, 'I')
  return spelled.charAt(0).toUpperCase() + spelled.slice(1)
}
