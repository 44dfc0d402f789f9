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
const full = `${one}(?: ${one}){1,2}`

const courtesies =
  '(?:(?:Many |Kind |Best |Warm |With )?(?:[Tt]hank|[Rr]egard|[Ww]ish|[Cc]heers|[Gg]reet)|Best|Yours|Sincer|Please|Hello|Hi|Bye|Help|Urgent|Yes|No|Ok|OK|Sent|Still|Not|Nothing|Really)'

const patterns = [
  `((?:[Mm]y (?:full )?name(?: is|'s|’s)|(?:Dear|DEAR)(?: Mrs?\\.?| Ms\\.?| Dr\\.?)?|(?:Mrs?|Ms|Dr)\\.?)\\s)${several}`,
  // Under a closing, at the end of a line: "Kind regards,\nAnn Lee, Aldermere".
  `((?:[Rr]egards|[Ww]ishes|[Ss]incerely|[Ff]aithfully|[Tt]ruly|[Cc]heers|[Tt]hanks|[Tt]hank you|[Bb]est|[Yy]ours|[Gg]reetings)[,.!]?\\n{1,3})${several}(?=,|\\n|$)`,
  // Alone on the last line, a place behind it or not; a courtesy there is no name.
  `(\\n{1,3})(?!${courtesies})${several}(?=(?:, [^\\n]{1,40})?\\s*$)`,
  `((?:[Tt]his is|[Ii]t is|[Ii]t['’]s|[Hh]ere is) )${full}(?=[.,!?]| (?:speaking|here|from|in|calling)\\b)`,
  `((?:^|[.!?,] |\\n))${several}(?=,? (?:here|speaking|calling)\\b)`,
  // Said when a call is picked up: "Ann Lee, from Oxley."
  `((?:^|[.!?] |\\n))${full}(?=, (?:in|from|I)\\b)`,
  `((?:[Hh]ello|[Hh]i|[Gg]ood (?:morning|afternoon|evening)),? )${one}(?: ${one})?(?=[,!]|\\n)`,
].map((source) => new RegExp(source, 'gu'))
