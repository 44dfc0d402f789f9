const code = (character: string) => character.charCodeAt(0)
const [newline, quote, backslash, comma] = [code('\n'), code('"'), code('\\'), code(',')]
const opening = [code('['), code('{')]
const closing = [code(']'), code('}')]

/** The lines of a body as they came, without those that are blank. */
export function cutLines(body: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  for (let start = 0, end = 0; start <= body.length; start = end + 1) {
    const next = body.indexOf(newline, start)
    end = next < 0 ? body.length : next
    lines.push(body.subarray(start, end))
  }
  return lines.filter((line) => new TextDecoder().decode(line).trim() !== '')
}

/** The elements of the array that a body is, as they came, without the blanks between them. Assumes valid JSON. */
export function cutArray(body: Uint8Array): Uint8Array[] {
  const elements: Uint8Array[] = []
  let start = body.indexOf(code('[')) + 1
  let depth = 1
  let isInString = false
  for (let at = start; depth > 0; at += 1) {
    const byte = body[at] ?? code(']')
    if (isInString && byte === backslash) at += 1
    else if (byte === quote) isInString = !isInString
    if (isInString) continue
    if (opening.includes(byte)) depth += 1
    if (closing.includes(byte)) depth -= 1
    if (depth === 0 || (depth === 1 && byte === comma)) {
      elements.push(trim(body.subarray(start, at)))
      start = at + 1
    }
  }
  return elements
}

function trim(bytes: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString('latin1').trim(), 'latin1')
}
