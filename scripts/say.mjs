/** Something that a person has to mend: what happened, and what to do. */
export class Stop extends Error {
  constructor(message, hint) {
    super(message)
    this.hint = hint
  }
}

/** For people: standard output belongs to the command. */
export function say(text) {
  process.stderr.write(`${text}\n`)
}
