import { classOf, spaceClass } from './characters.ts'

/** Whether a link or an address may begin here: after space or an opening mark. */
export function startsChunk(text: string, index: number): boolean {
  if (index === 0) return true
  const before = text.charCodeAt(index - 1)
  return classOf(before) === spaceClass || before === 40 || before === 60 || before === 34 || before === 58
}

const linkPattern = /(?:https?:\/\/|www\.)[^\s<>"]{1,2000}/iy
const emailPattern = /[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/uy

/** Where the link that begins here ends; 0 when none does. */
export function linkEnd(text: string, start: number): number {
  linkPattern.lastIndex = start
  const link = linkPattern.exec(text)
  return link ? start + link[0].replace(/[.,;:!?)\]]+$/, '').length : 0
}

/** Where the e-mail address that begins here ends; 0 when none does. */
export function emailEnd(text: string, start: number): number {
  emailPattern.lastIndex = start
  const email = emailPattern.exec(text)
  return email ? start + email[0].length : 0
}

export function isWholePair(text: string, index: number): boolean {
  return (text.codePointAt(index) ?? 0) >= 0x10000
}

/** One emoji with its skin tone, variation and joined parts. */
export function emojiEnd(text: string, start: number): number {
  let index = start + (isWholePair(text, start) ? 2 : 1)
  const limit = Math.min(text.length, start + 32)
  while (index < limit) {
    const point = text.codePointAt(index) ?? 0
    const joins = point === 0x200d || (point >= 0xfe00 && point <= 0xfe0f) || point === 0x20e3
    const tone = point >= 0x1f3fb && point <= 0x1f3ff
    const afterJoiner = text.charCodeAt(index - 1) === 0x200d
    if (!joins && !tone && !afterJoiner) break
    index += point >= 0x10000 ? 2 : 1
  }
  return Math.min(index, text.length)
}

const emoticonPattern = /[:;=][-o]?[()DPp/|*]{1,6}(?![\w/])/y

/** Where the face of marks that begins here, `:-)`, ends; 0 when none does. */
export function emoticonEnd(text: string, start: number): number {
  const unit = text.charCodeAt(start)
  if (unit !== 58 && unit !== 59 && unit !== 61) return 0
  emoticonPattern.lastIndex = start
  const face = emoticonPattern.exec(text)
  return face ? start + face[0].length : 0
}
