/**
 * Hides names that the text itself announces: after "my name is" or "Dear Mr", before "speaking", in a greeting, under a
 * closing or alone on the last line. Assumes names are capitalised; a name that nothing announces cannot be known and stays. Cost: linear.
 */
export function maskNames(text: string): string {
  let masked = text
  for (const pattern of patterns) masked = masked.replace(pattern, '$1[name]')
  return masked
}

const one = "\\p{Lu}[\\p{L}'’-]{1,30}"
const several = `${one}(?: ${one}){0,2}`
const anyCase = "\\p{L}[\\p{L}'’-]{1,30}(?: \\p{L}[\\p{L}'’-]{1,30}){0,2}"
const full = `${one}(?: ${one}){1,2}`

/** What may stand between a greeting and "here" and is no name. */
const words =
  '(?:[Ii]|[Ww]e|[Ii]t|[Ii]s|[Aa]re|[Ii]t|[Tt]h|[Aa]ny|[Ss]ome|[Nn]obody|[Mm]y|[Oo]ur|[Yy]ou|[Aa]gain|[Ww]h|[Nn]ot|[Tt]o)'

const courtesies =
  '(?:(?:Many |Kind |Best |Warm |With )?(?:[Tt]hank|[Rr]egard|[Ww]ish|[Cc]heers|[Gg]reet)|Best|Yours|Sincer|Please|Hello|Hi|Bye|Help|Urgent|Yes|No|Ok|OK|Sent|Still|Not|Nothing|Really)'

const patterns = [
  `((?:[Mm]y (?:full )?name(?: is|'s|’s)|(?:Dear|DEAR)(?: Mrs?\\.?| Ms\\.?| Dr\\.?)?|(?:Mrs?|Ms|Dr)\\.?)\\s)${several}`,
  // Under a closing, at the end of a line: "Kind regards,\nAnn Lee, Aldermere".
  `((?:[Rr]egards|[Ww]ishes|[Ss]incerely|[Ff]aithfully|[Tt]ruly|[Cc]heers|[Tt]hanks|[Tt]hank you|[Bb]est|[Yy]ours|[Gg]reetings)[,.!]?\\n{1,3})${several}(?=,|\\n|$)`,
  // Some write all in small letters; then only a formal closing announces a name.
  `((?:[Rr]egards|[Ww]ishes|[Ss]incerely|[Ff]aithfully|[Yy]ours)[,.!]?\\n{1,3})${anyCase}(?=,|\\s*$)`,
  // Alone on the last line, a place behind it or not; a courtesy there is no name.
  `(\\n{1,3})(?!${courtesies})${several}(?=(?:, [^\\n]{1,40})?\\s*$)`,
  `((?:[Tt]his is|[Ii]t is|[Ii]t['’]s|[Hh]ere is) )${full}(?=[.,!?]| (?:speaking|here|from|in|calling)\\b)`,
  `((?:^|\\n)(?:[Hh]ello|[Hh]i|[Hh]ey|[Gg]ood (?:morning|afternoon|evening)),? (?!${words}))${anyCase}(?=,? (?:here|speaking|calling)\\b)`,
  `((?:^|[.!?,] |\\n))${several}(?=,? (?:here|speaking|calling)\\b)`,
  // Said when a call is picked up: "Ann Lee, from Oxley."
  `((?:^|[.!?] |\\n))${full}(?=, (?:in|from|I)\\b)`,
  `((?:[Hh]ello|[Hh]i|[Gg]ood (?:morning|afternoon|evening)),? )${one}(?: ${one})?(?=[,!]|\\n)`,
].map((source) => new RegExp(source, 'gu'))
