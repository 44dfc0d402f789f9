/** One record of a json file as written, and the line it starts on; `isWhole` is false where the file breaks off. */
export type JsonElement = { readonly text: string; readonly line: number; readonly isWhole: boolean }

/** A record longer than this is none: it is handed over as it is and will not parse. */
const longestElement = 32 * 1024 * 1024

/** Objects that hold nothing but the list. */
const wrappers = /^(_embedded|hits|data|results?)$/
const longestKey = 40

const newline = 10
const quote = 34
const openArray = 91
const backslash = 92
const closeArray = 93
const openObject = 123
const closeObject = 125

/**
 * Cuts the records out of a json text that comes in pieces: the objects of the outermost array, or of the first array
 * of objects inside the outermost object, as in `{"tickets": [...]}`, or inside what only wraps one, as in `{"_embedded": {"tickets": [...]}}`. Only brackets and strings are looked at; whoever
 * takes a record parses it, so that one that is no json costs itself alone.
 */
export function cutElements(): (piece: string, isLast: boolean) => JsonElement[] {
  const containers: number[] = []
  let rest = ''
  let elementDepth = 0
  /** The last name before any record began, and the name that the second object stands under. */
  let key = ''
  let wrapper = ''
  let isDone = false
  let isInString = false
  let isEscaped = false
  let line = 1
  let startLine = 1

  return (piece, isLast) => {
    const text = rest + piece
    const elements: JsonElement[] = []
    let start = rest === '' ? -1 : 0
    for (let at = rest.length; at < text.length && !isDone; at += 1) {
      const code = text.charCodeAt(at)
      if (code === newline) line += 1
      if (isEscaped) isEscaped = false
      else if (isInString) {
        if (code === backslash) isEscaped = true
        else if (code === quote) isInString = false
        else if (elementDepth === 0 && key.length < longestKey) key += text.charAt(at)
      } else if (code === quote) {
        isInString = true
        if (elementDepth === 0) key = ''
      } else if (code === openObject || code === openArray) {
        if (containers.length === 1) wrapper = key
        if (start < 0 && startsElement(code)) {
          start = at
          startLine = line
        }
        containers.push(code)
      } else if (code === closeObject || code === closeArray) {
        containers.pop()
        if (start >= 0 && containers.length === elementDepth) {
          elements.push({ text: text.slice(start, at + 1), line: startLine, isWhole: true })
          start = -1
        }
        if (elementDepth > 0 && containers.length < elementDepth) isDone = true
      }
    }
    rest = start >= 0 && !isDone ? text.slice(start) : ''
    if (rest === '' || !(isLast || rest.length > longestElement)) return elements
    const broken = { text: rest, line: startLine, isWhole: false }
    rest = ''
    isDone = true
    return [...elements, broken]
  }

  function startsElement(code: number): boolean {
    if (elementDepth > 0) return containers.length === elementDepth
    const deepest = wrappers.test(wrapper) ? 3 : 2
    if (code !== openObject || containers.length > deepest || containers.at(-1) !== openArray) return false
    elementDepth = containers.length
    return true
  }
}
