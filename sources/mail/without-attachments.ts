/** Mails shorter than this are taken apart as fast as they are looked through. */
const shortest = 64 * 1024
const longestHeaders = 2048
const boundary = '\n--'

/**
 * A mail without the content of what is attached to it, which is most of a mailbox; the names stay. In base64 no line begins
 * as a boundary does, so the next such line ends it.
 */
export function withoutAttachments(mail: Buffer): Buffer {
  if (mail.length < shortest) return mail
  const kept: Buffer[] = []
  let from = 0
  let at = mail.indexOf(boundary)
  while (at >= 0) {
    const content = contentOfAttached(mail, at)
    const next = mail.indexOf(boundary, content < 0 ? at + boundary.length : content - 1)
    if (content >= 0 && next >= 0) {
      kept.push(mail.subarray(from, content))
      from = next
    }
    at = next
  }
  return Buffer.concat([...kept, mail.subarray(from)])
}

/** Where the content begins of the part whose boundary stands here; -1 where it is no attachment in base64. */
function contentOfAttached(mail: Buffer, at: number): number {
  const text = mail.toString('latin1', at, at + longestHeaders)
  const end = /\n\r?\n/.exec(text)
  const headers = text.slice(0, end?.index)
  const isAttached = inBase64.test(headers) && !holdsText.test(headers)
  return end && isAttached ? at + end.index + end[0].length : -1
}

const inBase64 = /^content-transfer-encoding:\s*base64/im
const holdsText = /^content-type:\s*(text|message|multipart)\//im
