/** What a company may decide about its own definitions; every reading is stamped with them. */
export type ReadingSettings = {
  /** A customer message this long after the case's last interaction starts a new contact, unless an answer is owed. */
  readonly pauseHours: number
  /** Contacts about the same cause are one issue until this many days pass without one. */
  readonly gapDays: number
  /** Windows W of returns, repeats and first-contact resolution, in days, ascending. */
  readonly windowsDays: readonly number[]
}

export const defaultSettings: ReadingSettings = {
  pauseHours: 24,
  gapDays: 30,
  windowsDays: [1, 3, 7, 14, 30],
}
