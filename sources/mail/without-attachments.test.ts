import { expect, test } from 'vitest'
import { attachmentsOf, parseMail, wordsOfMail } from './mail.ts'
import { withoutAttachments } from './without-attachments.ts'

const base64 = `${'QUJD'.repeat(19)}\n`.repeat(2000)

function aMail(newline: string): Buffer {
  const lines = [
    'From: ann@example.org',
    'Content-Type: multipart/mixed; boundary="a"',
    '',
    '--a',
    'Content-Type: multipart/alternative; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('It broke.\n--\nAnn').toString('base64'),
    '--b--',
    '--a',
    'Content-Type: image/png; name="first.png"',
    'Content-Transfer-Encoding: base64',
    '',
    base64,
    '--a',
    'content-disposition: attachment; filename="empty.pdf"',
    'content-transfer-encoding: BASE64',
    '',
    '--a',
    'Content-Type: text/csv; name="table.csv"',
    'Content-Transfer-Encoding: base64',
    '',
    'QSxC',
    '--a--',
    '',
  ]
  return Buffer.from(lines.join('\n').replaceAll('\n', newline))
}

test.each(['\n', '\r\n'])(
  'what is attached loses its content, and the mail says all else as before (%j)',
  async (newline) => {
    const whole = aMail(newline)
    const light = withoutAttachments(whole)
    expect(light.length).toBeLessThan(1000)
    const [before, after] = [await parseMail(whole), await parseMail(light)]
    if (!before || !after) throw new Error('unreadable')
    expect(wordsOfMail(after)).toBe('It broke.')
    expect(attachmentsOf(after)).toBe(attachmentsOf(before))
    expect(attachmentsOf(after)).toMatch(/^first\.png .*empty\.pdf .*table\.csv/)
  },
)

test('an attachment that does not end stays', () => {
  const whole = aMail('\n')
  const brokenOff = whole.subarray(0, whole.indexOf(base64) + 100_000)
  expect(withoutAttachments(brokenOff).equals(brokenOff)).toBe(true)
})
