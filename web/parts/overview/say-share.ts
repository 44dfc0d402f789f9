const units = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const

/** Fractions that one can picture, plainest first. */
const fractions: readonly { readonly share: number; readonly words: string }[] = [
  { share: 1 / 2, words: 'half' },
  { share: 0.45, words: 'nearly half' },
  { share: 0.55, words: 'more than half' },
  { share: 1 / 3, words: 'one in three' },
  { share: 2 / 3, words: 'two in three' },
  { share: 1 / 4, words: 'one in four' },
  { share: 3 / 4, words: 'three in four' },
  { share: 1 / 5, words: 'one in five' },
  { share: 3 / 10, words: 'three in ten' },
  { share: 2 / 5, words: 'two in five' },
  { share: 3 / 5, words: 'three in five' },
  { share: 7 / 10, words: 'seven in ten' },
  { share: 4 / 5, words: 'four in five' },
  { share: 9 / 10, words: 'nine in ten' },
  { share: 1 / 10, words: 'one in ten' },
  { share: 3 / 20, words: 'one in seven' },
  { share: 17 / 20, words: 'six in seven' },
]

/**
 * Says a share between 0 and 1 as one would aloud: `three in ten`. Never off by more than 0.035;
 * the exact share stands beside it.
 */
export function sayShare(share: number): string {
  if (share <= 0) return 'none'
  if (share >= 1) return 'all'
  if (share > 0.925) return 'nearly all'
  if (share < 0.075) return `one in ${sayWhole(Math.round(1 / share))}`
  const nearest = fractions.reduce((best, next) =>
    Math.abs(next.share - share) < Math.abs(best.share - share) - 1e-9 ? next : best,
  )
  return nearest.words
}

/** `ten` as a word, larger numbers rounded to two figures: nobody pictures one in 137. */
export function sayWhole(whole: number): string {
  const small = units[whole]
  if (small !== undefined) return small
  if (whole < 100) return String(whole)
  const step = 10 ** (Math.floor(Math.log10(whole)) - 1)
  return String(Math.round(whole / step) * step)
}
