import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guessFile } from '../guess-file.ts'
import { layoutOf } from '../read-source.ts'
import { rereadRows } from '../reread-rows.ts'
import { aFile, readAll, testNow } from '../written-files.ts'

type Written = { readonly headers?: Record<string, string>; readonly body?: string }

function aMail({ headers = {}, body = 'It broke.' }: Written, newline = '\n'): string {
  const all = { From: 'Ann Smith <ann@example.org>', To: 'help@company.example', ...headers }
  const lines = Object.entries(all).flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}`]))
  return [...lines, '', ...body.split('\n')].join(newline)
}

/** Mails of consecutive hours, `<1@x>` and on, each with the line before it that a mailbox has. */
function aMailbox(mails: readonly Written[], newline = '\n'): string {
  const written = mails.map(({ headers, body }, at) => {
    const own = {
      Date: `Thu, 8 Feb 2024 ${String((at % 12) + 8).padStart(2, '0')}:00:00 +0100`,
      'Message-ID': `<${at + 1}@x>`,
    }
    const mail = aMail({ headers: { ...own, ...headers }, ...(body === undefined ? {} : { body }) }, newline)
    return `From ${at}@xxx Thu Feb 08 0${at % 10}:00:00 +0000 2024${newline}${mail}${newline}${newline}`
  })
  return written.join('')
}

const parts = [
  '--b',
  'Content-Type: text/plain; charset=iso-8859-1',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Die Heizung l=E4uft nicht, und das seit gestern abend, als es drau=',
  'ssen fror.',
  '',
  'Am 7.2.2024 um 10:00 schrieb Hilfe:',
  '> Neu starten',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Die Heizung läuft nicht</p>',
  '--b',
  'Content-Type: application/pdf; name="Rechnung.pdf"',
  'Content-Disposition: attachment; filename="Rechnung.pdf"',
  'Content-Transfer-Encoding: base64',
  '',
  'JVBERi0=',
  '--b--',
].join('\n')

const mails: readonly Written[] = [
  {
    headers: {
      From: '=?utf-8?Q?J=C3=B6rg_Ott?= <joerg@example.org>',
      Subject: '=?utf-8?Q?Heizung_l=C3=A4uft_nicht?=',
      'Content-Type': 'multipart/mixed; boundary="b"',
    },
    body: parts,
  },
  {
    headers: {
      From: '"help@company.example" <help@company.example>',
      To: 'Team: ;',
      Cc: 'joerg@example.org, other@example.org',
      Subject: 'Re: Heizung',
      References: '<0@x> <1@x>',
      'Content-Transfer-Encoding': 'base64',
    },
    body: Buffer.from('Wir kommen morgen vorbei.').toString('base64'),
  },
  {
    headers: { 'In-Reply-To': '<2@x>', 'Content-Type': 'text/html' },
    body: '<div>Danke</div><blockquote>Wir',
  },
  {
    headers: {
      'Auto-Submitted': 'auto-replied; x',
      From: 'Help <help@company.example>',
      To: 'Ann <ann@example.org>',
    },
  },
]

const cellsOf = ({ interactions }: Awaited<ReturnType<typeof readAll>>) =>
  interactions.map(({ externalId, kind, identities, text }) => [externalId, kind, identities.join(), text])

test.each(['\n', '\r\n'])(
  'each mail of a mailbox is a row, decoded, without what it quotes (%j)',
  async (newline) => {
    for (const content of [aMailbox(mails, newline), gzipSync(aMailbox(mails, newline))]) {
      const read = await readAll(aFile('Support', content))
      expect([read.rows, read.setAside]).toEqual([4, []])
      expect(cellsOf(read)).toEqual([
        [
          '<1@x>',
          'message',
          'email:joerg@example.org',
          expect.stringMatching(/^Heizung läuft nicht\n\nDie Heizung.* draussen fror\.$/),
        ],
        ['<2@x>', 'message', 'email:help@company.example', 'Wir kommen morgen vorbei.'],
        ['<3@x>', 'message', 'email:ann@example.org', 'Danke'],
        ['<4@x>', 'event', 'email:ann@example.org', 'It broke.'],
      ])
      const [first] = read.interactions
      expect(first).toMatchObject({
        at: Date.UTC(2024, 1, 8, 7),
        channel: 'email',
        attributes: { Attachments: 'Rechnung.pdf (application/pdf)' },
      })
    }
  },
)

test('what the columns mean is known: answers join mails, or the thread that the mailbox names', async () => {
  const chained = await guessFile(aFile('t.mbox', aMailbox(mails)))
  expect([chained.format, chained.columns.map(({ name }) => name).join()]).toEqual([
    'mbox',
    'Message-ID,In-Reply-To,Thread,Date,From,To,Subject,Body,Automatic,Attachments,Channel',
  ])
  expect(chained.columns[4]?.examples).toEqual([
    'Jörg Ott <joerg@example.org>',
    'help@company.example',
    'Ann Smith <ann@example.org>',
  ])
  expect(chained.columns[5]?.examples).toEqual([
    'help@company.example',
    'joerg@example.org',
    'ann@example.org',
  ])
  const common = {
    externalId: ['Message-ID'],
    email: ['From'],
    text: ['Subject', 'Body'],
    channel: ['Channel'],
    kind: ['Automatic'],
    to: ['To'],
    time: ['Date'],
  }
  expect(chained.mapping).toMatchObject({
    writers: ['From'],
    kind: 'message',
    attributes: ['Thread', 'Attachments'],
  })
  expect(chained.mapping.columns).toEqual({ ...common, inReplyTo: ['In-Reply-To'] })
  // What machines send may be of no thread.
  const labelled = mails.slice(0, 3).map(({ headers, body }) => ({
    headers: { ...headers, 'X-GM-THRID': '835902728' },
    ...(body === undefined ? {} : { body }),
  }))
  const threaded = await guessFile(aFile('t.mbox', aMailbox([...labelled, ...mails.slice(3)])))
  expect(threaded.mapping.columns).toEqual({ ...common, case: ['Thread'] })
  expect(threaded.mapping.source).toBe(chained.mapping.source)
})

test('sentences that begin with “From ” stay in their mail, marked or not', async () => {
  const body =
    'Hello\n\n>From now on it is broken.\n>>From here too.\n\nFrom what I see\nit is the pump.\n\nFrom 10:30 on it was cold'
  const { interactions } = await readAll(aFile('t.mbox', aMailbox([{ body }, {}])))
  expect(interactions.map(({ text }) => text)).toEqual([
    'Hello\n\nFrom now on it is broken.\n\n\nFrom what I see\nit is the pump.\n\nFrom 10:30 on it was cold'.replace(
      '\n\n\n',
      '\n\n',
    ),
    'It broke.',
  ])
})

test('a date that names no zone is the same wherever it is read', async () => {
  const zone = process.env.TZ
  process.env.TZ = 'Asia/Tokyo'
  try {
    expect(new Date('2024-02-08T08:00:00').toISOString()).toBe('2024-02-07T23:00:00.000Z')
    const { interactions } = await readAll(
      aFile('one.mbox', aMailbox([{ headers: { Date: 'Thu, 8 Feb 2024 08:00:00' } }])),
    )
    expect(interactions[0]?.at).toBe(Date.UTC(2024, 1, 8, 8))
  } finally {
    process.env.TZ = zone ?? ''
  }
})

test('Thunderbird sets mails apart by a bare line before their headers', async () => {
  const content = aMailbox([{}, {}, {}])
    .replace(/^From .*$/gm, 'From ')
    .replace(/\n+$/, '')
  const { rows, interactions } = await readAll(aFile('Inbox', content))
  expect([rows, interactions.at(-1)?.text]).toEqual([3, 'It broke.'])
})

test('a single mail is a mailbox of one, whatever its sentences begin with', async () => {
  const body = 'Hello\n\nFrom ann@x Thu Feb 08 10:00:00 2024\nDate: none\n\n>From here'
  const date = 'Thu, 8 Feb 2024 08:00:00 +0100'
  const file = aFile('t.eml', `\ufeff${aMail({ headers: { Date: date, Subject: 'Help' }, body }, '\r\n')}`)
  const { rows, interactions } = await readAll(file)
  expect(rows).toBe(1)
  expect(interactions[0]).toMatchObject({ text: expect.stringContaining('Date: none'), kind: 'message' })
  expect(interactions[0]?.externalId).toMatch(/^<[0-9a-f]{32}@no-id>$/)
})

test('a table whose first cell begins with “From ” stays a table', async () => {
  const table =
    'From ,To,Date,Message\nann@example.org,help@company.example,2024-02-08,Where is my order now\n'
  expect((await guessFile(aFile('t.csv', table))).format).toBe('csv')
  const letter = 'From: the first of May\nit is open again, they said\nDate: unknown\n'
  expect((await guessFile(aFile('t.txt', letter))).format).toBe('csv')
})

test('a mailbox whose first mail is damaged is one', async () => {
  const content = aMailbox([{ headers: { 'X-Note': 'cut\noff without a space' } }, {}])
  const { guess, rows } = await readAll(aFile('t.mbox', content))
  expect([guess.format, rows]).toEqual(['mbox', 2])
})

test('a Google group that stands in for who wrote says who that was', async () => {
  const headers = {
    From: "'Ann Smith' via Help <help@company.example>",
    'X-Original-From': 'Ann Smith <ann@example.org>',
    'X-Google-Group-Id': '17',
    'List-ID': '<help.company.example>',
    Precedence: 'list',
  }
  const { interactions } = await readAll(aFile('t.mbox', aMailbox([{ headers }])))
  expect(interactions[0]).toMatchObject({ identities: ['email:ann@example.org'], kind: 'message' })
})

test('mails that cannot be read are set aside with their line, the reason and their bytes', async () => {
  const nested = Array.from(
    { length: 300 },
    (_, at) => `--b${at}\nContent-Type: multipart/mixed; boundary=b${at + 1}\n`,
  )
  const content = aMailbox([
    {},
    { headers: { From: '' } },
    { headers: { Date: '' } },
    { headers: { Date: 'some day' } },
    { body: 'a\0b' },
    { headers: { 'Content-Type': 'multipart/mixed; boundary=b0' }, body: nested.join('\n') },
    { headers: { Date: 'Thu, 1 Jan 1970 00:00:00 +0000' } },
  ])
  const empty = 'From x@xxx Thu Feb 08 13:06:31 +0000 2024\n\n'
  const bytes = Buffer.concat([
    Buffer.from(content + empty),
    Buffer.from(empty),
    Buffer.from([1, 2, 0xff, 0xfe, 0, 9]),
  ])
  const { rows, facts, setAside } = await readAll(aFile('t.mbox', bytes, 100))
  expect([rows, facts.length]).toEqual([9, 1])
  expect(setAside.map(({ line, reason }) => [line, reason])).toEqual([
    [9, 'no sender'],
    [16, 'missing time'],
    [23, 'unreadable time'],
    [31, 'NUL character'],
    [39, 'unreadable mail'],
    [947, 'impossible time'],
    [955, 'no sender'],
    [957, 'mail broken off'],
  ])
  const kept = setAside.map(({ raw }) => Buffer.from(raw))
  expect(kept[0]?.toString()).toMatch(/^From 1@xxx .*\nTo: help@company.example\n(.*\n)*It broke\.\n\n$/)
  expect(bytes.subarray(-6).equals(kept.at(-1)?.subarray(-6) ?? bytes)).toBe(true)
})

test('a file that ends in the middle of a mail says so', async () => {
  const whole = aMailbox([{}, mails[0] ?? {}]).trimEnd()
  const { facts, setAside } = await readAll(aFile('t.mbox', whole.slice(0, -3)))
  expect([facts.length, setAside[0]?.reason]).toEqual([1, 'mail broken off'])
  expect((await readAll(aFile('t.mbox', whole))).facts).toHaveLength(2)
  const amongHeaders = whole.slice(0, whole.indexOf('Subject:'))
  expect((await readAll(aFile('t.mbox', amongHeaders))).setAside[0]?.reason).toBe('mail broken off')
})

test('a damaged archive gives the mails that came whole, then says so', async () => {
  const many = Array.from({ length: 1000 }, (_, at) => ({ body: `Number ${at}: ${Math.sin(at)}` }))
  const packed = gzipSync(aMailbox(many))
  const { rows, facts, failure } = await readAll(aFile('t.mbox.gz', packed.subarray(0, packed.length / 2)))
  expect(rows).toBeGreaterThan(100)
  expect([facts.length, String(failure)]).toEqual([rows, expect.stringMatching(/damaged.*rows were read/)])
})

test('mails that were set aside are read once they are mended', async () => {
  const latin = Buffer.from(aMailbox([{}, { headers: { Date: 'none' }, body: 'l\u00e4uft >From' }]), 'latin1')
  const { guess, setAside } = await readAll(aFile('t.mbox', latin))
  const mended = setAside.map(({ line, raw }) => ({
    line,
    raw: Buffer.from(
      Buffer.from(raw)
        .toString('latin1')
        .replace('Date: none', 'Date: 8 Feb 2024 09:00 +0000\nContent-Type: text/plain; charset=latin1'),
      'latin1',
    ),
  }))
  const context = JSON.parse(JSON.stringify(layoutOf(guess)))
  const batches = []
  for await (const batch of rereadRows([...mended, ...setAside], context, guess.mapping, testNow))
    batches.push(batch)
  expect(
    batches.flatMap(({ facts }) =>
      facts.map(({ interaction }) => [interaction.externalId, interaction.text]),
    ),
  ).toEqual([['<2@x>', 'läuft >From']])
  expect(batches.flatMap((batch) => batch.setAside.map(({ line, reason }) => [line, reason]))).toEqual([
    [9, 'unreadable time'],
  ])
})

test('a reading resumed after any mail yields what an undisturbed one yields, however the file comes in pieces', async () => {
  const content = aMailbox([...mails, { headers: { From: '' } }, {}, { headers: { 'In-Reply-To': '<1@x>' } }])
  const whole = await readAll(aFile('t.mbox', content), undefined, 0, 1)
  const kept = ({ batches }: typeof whole) =>
    batches.flatMap(({ rows, facts, setAside }) =>
      [...facts, ...setAside].map((one) => JSON.stringify([rows, one])),
    )
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 1, max: 90 }), async (done, size) => {
      const after = await readAll(aFile('t.mbox', content, size), undefined, done, 1)
      expect(kept(after)).toEqual(kept(whole).slice(done))
    }),
    { numRuns: 30 },
  )
  expect(whole.batches.at(-1)?.bytes).toBe(Buffer.byteLength(content))
})

test('attachments are not kept, and a text beyond measure or a mail beyond 30 MB is set aside', async () => {
  const attached = parts.replace('JVBERi0=', `${'QUJD'.repeat(19)}\n`.repeat(40_000))
  const long = aMailbox([
    { headers: mails[0]?.headers ?? {}, body: attached },
    {
      headers: { 'Content-Type': 'text/html' },
      body: `<p>See <img src="data:image/png;base64,${'QUJD'.repeat(500_000)}"> here</p>`,
    },
    { headers: { ...mails[0]?.headers, Date: 'none' }, body: attached },
    { body: 'word '.repeat(400_000) },
    { body: `${'a'.repeat(75)}\n`.repeat(450_000) },
    {},
  ])
  const { facts, setAside } = await readAll(aFile('t.mbox', long))
  expect(
    facts.map(({ interaction }) => [interaction.externalId, (interaction.text ?? '').length < 200]),
  ).toEqual([
    ['<1@x>', true],
    ['<2@x>', true],
    ['<6@x>', true],
  ])
  expect(setAside.map(({ reason, raw }) => [reason, raw.length > 64 * 1024])).toEqual([
    ['unreadable time', false],
    ['field too long', true],
    ['mail too long', false],
  ])
}, 30_000)
