/**
 * The part of a message that its sender wrote, at the same length: quoted replies, signatures, disclaimers and markup become
 * spaces, so that positions in the result are positions in the original.
 * Assumes: common mail programs' marks. Refuses nothing; a message that is all quotation is read in full. Cost: linear.
 */
export function readingPart(text: string): string {
  const unmarked = text.includes('<') ? blankMarkup(text) : text
  if (!unmarked.includes('\n')) return unmarked
  const end = writtenEnd(unmarked)
  const kept = blankQuotedLines(unmarked.slice(0, end)) + blank(unmarked.slice(end))
  return kept.trim() === '' ? unmarked : kept
}

/** The same part for reading and showing: entities decoded, white space folded; lines stay apart unless wrapped. */
export function cleanText(text: string): string {
  const part = readingPart(text)
  const decoded = part.includes('&')
    ? part.replace(/&(?:nbsp|amp|lt|gt|quot|apos|#\d{1,5});/gi, decode)
    : part
  const folded = foldSpace(decoded).trim()
  return folded.includes('\n') ? joinWrappedLines(folded.split(/\s*\n\s*/)) : folded
}

/** Each run of space within a line as one; most texts have no such run, and finding that out is cheap. */
function foldSpace(text: string): string {
  return /[^\S\n ]| {2}/.test(text) ? text.replace(/[^\S\n]+/g, ' ') : text
}

/** Mail programs break lines at a width; a short line, or one before a capital, was broken by its writer. */
function joinWrappedLines(lines: readonly string[]): string {
  const joints = lines.slice(1).map((line, index) => {
    const isWrapped = (lines[index]?.length ?? 0) >= wrapWidth && /^\p{Ll}/u.test(line)
    return (isWrapped ? ' ' : '\n') + line
  })
  return (lines[0] ?? '') + joints.join('')
}

const wrapWidth = 50

const tagPattern = /<\/?[a-z][^<>]{0,5000}>/gi
const blocks = [
  ['<style', '</style'],
  ['<script', '</script'],
  ['<head', '</head'],
  ['<!--', '-->'],
] as const

function blankMarkup(text: string): string {
  const written = blocks.reduce((rest, [open, close]) => blankBlocks(rest, open, close), text)
  return written.replace(tagPattern, (tag) =>
    /^<\/?(?:p|br|div|li|tr|h\d)\b/i.test(tag) ? `\n${blank(tag.slice(1))}` : blank(tag),
  )
}

/** What stands between `open` and `close` is the mail program's, not the sender's. */
function blankBlocks(text: string, open: string, close: string): string {
  const lower = text.toLowerCase()
  if (lower.length !== text.length) return text
  let kept = ''
  let from = 0
  for (let start = lower.indexOf(open); start >= 0; start = lower.indexOf(open, from)) {
    const end = lower.indexOf(close, start)
    if (end < 0) break
    kept += text.slice(from, start) + blank(text.slice(start, end))
    from = end
  }
  return kept + text.slice(from)
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}

/** Lines after which nothing is the sender's own: a reply header, a signature, a disclaimer. */
const endPattern =
  /^[ \t]{0,20}(?:-- ?$|_{10,}|-{2,}\s?(?:Original Message|Forwarded message)|On .{5,200} wrote:|Am .{5,200} schrieb|Le .{5,200} a écrit|From: .{1,200}$|Sent from my |Get Outlook for |(?:This (?:e-?mail|message)|The information in this) .{0,80}(?:confidential|intended))/im

function writtenEnd(text: string): number {
  const found = endPattern.exec(text)
  if (!found) return text.length
  return text.slice(0, found.index).trim() === '' ? text.length : found.index
}

function blankQuotedLines(text: string): string {
  return /^[ \t]*>/m.test(text) ? text.replace(/^[ \t]{0,20}>.*$/gm, blank) : text
}

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

function decode(entity: string): string {
  const name = entity.slice(1, -1).toLowerCase()
  return name.startsWith('#') ? String.fromCharCode(Number(name.slice(1))) : (entities[name] ?? ' ')
}
