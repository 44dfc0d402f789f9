import type { SignalKind } from '../signal.ts'

/**
 * Phrases that show a signal, one a line. Words are lower case and written out (`do not`, `i am`, `can not`: the reader
 * expands contractions); `(a|b c)` means either, `[a|b]` either or nothing, `_` any one word, `#` a number.
 */
export type Cue = {
  /** `null`: everyday phrases that look like a signal and are none; nothing that overlaps them is read. */
  readonly kind: SignalKind | null
  /** Of `null`: what they look like, and what their sentence does not show by its other words either. */
  readonly looksLike?: readonly SignalKind[]
  readonly strength: number
  /** Thanks or praises in words and means the opposite: what it thanks or praises with counts for nothing. */
  readonly isMocking?: true
  /**
   * `stands`: also counts after a negation or inside an if-clause ("if I have to call again"). `firm`: does not count when
   * its sentence first makes a condition ("once you confirm, I will book it"). `unmixed`: does not count when its sentence takes it
   * back ("excellent, only the bedroom has none") or keeps it for another time ("the first week it worked beautifully").
   */
  readonly guard?: 'stands' | 'firm' | 'unmixed'
  /**
   * `openingQuestion`: only at the start of a sentence that ends in a question mark. `aside`: only at the start of a
   * sentence, parted by a mark or thanks from what follows and not exclaimed ("Great, the fifth then.").
   */
  readonly where?: 'openingQuestion' | 'aside'
  readonly phrases: string
}

/** Words used in several families. */
export const day =
  'today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|noon|midnight|end of day|end of the day|end of the week|end of this week|next week|this week|this afternoon|this evening'
export const number =
  '#|one|two|three|four|five|six|seven|eight|nine|ten|a few|few|several|couple of|a couple of|couple'
export const period =
  'minutes|minute|mins|hours|hour|hrs|days|day|weeks|week|months|month|years|business days|working days'
/** Who feels, and how much, before a word of feeling. */
export const feltBy =
  '(i am|i feel|i felt|i was|we are|feeling|i have been|i got|getting|makes me|made me|me|am|left me)'
export const howMuch =
  '[so|very|really|extremely|incredibly|quite|pretty|too|absolutely|totally|completely|beyond|more than|a bit|a little|rather|just|still|now]'
