import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCli, type TestCli } from './test-kit.ts'

let cli: TestCli

beforeAll(async () => {
  cli = await openTestCli()
})

afterAll(() => cli.service.close())

const header = 'id,customer,ticket,created_at,author,team,message'

/** Two customers; Ann comes back after two days about the same, and is passed on. */
const desk = [
  header,
  '1,ann@example.org,T1,2026-03-02T09:00:00Z,customer,,Where is my refund? It has not arrived.',
  '2,ann@example.org,T1,2026-03-02T10:00:00Z,agent,First line,That is handled by our billing department.',
  '3,ann@example.org,T1,2026-03-02T11:00:00Z,agent,Billing,We have paid it out.',
  '4,ben@example.org,T2,2026-03-03T09:00:00Z,customer,,The router does not connect.',
  '5,ann@example.org,T3,2026-03-04T10:00:00Z,customer,,Where is my refund? It has not arrived.',
  '6,ben@example.org,T4,2026-03-20T09:00:00Z,customer,,I would like a faster line.',
].join('\n')

describe('outside-in read', () => {
  it('reports rows, people, contacts, returns and hand-offs', async () => {
    const report = await cli.report(cli.write('desk.csv', desk), '--workspace', 'desk')
    expect(report.sources).toEqual([
      {
        file: 'desk.csv',
        source: expect.stringMatching(/^id-/),
        format: 'csv',
        rows: 6,
        interactions: 6,
        duplicates: 0,
        stateOnly: 0,
        setAside: 0,
      },
    ])
    expect(report.counts).toMatchObject({ interactions: 6, customers: 2, contacts: 4, cases: 4, teams: 2 })
    expect(report.returns).toMatchObject([
      { windowDays: 1, contacts: 4, followed: 0 },
      { windowDays: 3, contacts: 4, followed: 1, observed: 3, followedObserved: 1 },
      { windowDays: 7 },
      { windowDays: 14 },
      { windowDays: 30, followed: 2, observed: 0, share: { cannotSay: expect.any(String) } },
    ])
    expect(report.handOffs).toMatchObject({
      cases: { cases: 4, withHandOff: 1, handOffs: 1, most: 1, pingPong: 0 },
      spoken: 1,
    })
  })

  it('adds nothing when the same file is read again, also under another name', async () => {
    const first = await cli.report(cli.write('desk.csv', desk), '--workspace', 'again')
    const again = await cli.report(cli.write('desk-copy.csv', desk), '--workspace', 'again')
    expect(again.sources).toMatchObject([{ rows: 6, interactions: 0, duplicates: 6 }])
    expect({ ...again, sources: [] }).toEqual({ ...first, sources: [] })
  })

  it('prints one JSON document and nothing else on standard output', async () => {
    const { out, code } = await cli.run('read', cli.write('desk.csv', desk), '--workspace', 'json', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ version: 1 })
  })

  it('says in words what it says in JSON', async () => {
    const { out, code } = await cli.run('read', cli.write('desk.csv', desk), '--workspace', 'words')
    expect(code).toBe(0)
    expect(out).toContain('desk.csv: 6 rows = 6 interactions')
    expect(out).toContain('2 people came 4 times')
  })

  it('gives no number where the records can’t tell: one team a case hides hand-offs, calls without a topic what is the same', async () => {
    const people = Array.from(
      { length: 12 },
      (_, n) => `+4930555${100 + (n % 4)},2026-03-0${1 + (n % 9)}T09:00:00Z`,
    )
    const list = people.map((who, n) => `T${n},${who},Late again ${n},${n % 2 ? 'Billing' : 'First line'}`)
    const calls = people.map((who, n) => `${who},${60 + n}`)
    const tickets = ['Ticket ID,Customer phone,Created at,Subject,Group', ...list].join('\n')
    const telephone = ['Customer phone,Call date,Call duration', ...calls].join('\n')
    const ofTickets = await cli.report(cli.write('list.csv', tickets), '--workspace', 'list')
    expect(ofTickets.handOffs.cases).toEqual({
      cannotSay: expect.stringContaining('only the last one is exported'),
    })
    expect(ofTickets.handOffs.issues).toEqual({ cannotSay: expect.any(String) })
    expect(ofTickets.counts.cases).toBe(12)
    const ofCalls = await cli.report(cli.write('calls.csv', telephone), '--workspace', 'calls')
    const cannotTell = {
      cannotSay: expect.stringContaining('so contacts in different cases can’t be told to be about the same'),
    }
    expect(ofCalls).toMatchObject({ repeats: cannotTell, firstContactResolution: cannotTell })
    expect(ofCalls.counts).toMatchObject({ contacts: 12, customers: 4, issues: cannotTell })
    expect(ofCalls.returns).toMatchObject([{ windowDays: 1, contacts: 12 }, {}, {}, {}, {}])
  })

  it('hears nothing in words of another language, and says so', async () => {
    const said = ['Ich warte seit zwei Wochen auf meine Bestellung', 'Die Rechnung stimmt schon wieder nicht']
    const rows = Array.from({ length: 20 }, (_, n) => [
      `${2 * n},k${n % 6}@example.org,V${n},2026-03-${10 + n}T09:00:00Z,customer,,${said[n % 2]}`,
      `${2 * n + 1},k${n % 6}@example.org,V${n},2026-03-${10 + n}T10:00:00Z,agent,Kasse,Wir kümmern uns gern darum`,
    ])
    const path = cli.write('german.csv', [header, ...rows.flat()].join('\n'))
    const report = await cli.report(path, '--workspace', 'german')
    const cannotHear = { cannotSay: expect.stringContaining('language') }
    expect(report).toMatchObject({
      posture: cannotHear,
      emotions: cannotHear,
      handOffs: { spoken: cannotHear },
    })
    expect(report.postures).toMatchObject({ teams: cannotHear, causes: cannotHear })
    expect(report.coverage).toMatchObject({ texts: 20, read: 0, languages: { de: 20 } })
  })

  it('says that answers to a survey are no contacts', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, n) => `${n},c${n % 3}@example.org,2026-03-02,${n % 11},It was late`,
    )
    const survey = ['Respondent ID,Email,Date,How likely are you to recommend us?,Why?', ...rows].join('\n')
    const { out } = await cli.run('read', cli.write('survey.csv', survey), '--workspace', 'survey')
    expect(out).toContain('12 interactions of 3 people were read, and none is a contact')
  })

  it('explains how it would read a file, and reads nothing', async () => {
    const { out, code } = await cli.run('read', '--explain', cli.write('desk.csv', desk))
    expect(code).toBe(0)
    expect(out).toContain('created_at')
    const { err } = await cli.run('export', 'issues', '--workspace', 'main')
    expect(err).toContain('There is no workspace')
  })

  it('reads standard input', async () => {
    const child = cli.start('read', '-', '--workspace', 'stdin', '--json')
    child.stdin?.end(desk)
    let out = ''
    child.stdout?.on('data', (piece) => {
      out += piece
    })
    await new Promise((resolve) => child.on('close', resolve))
    expect(JSON.parse(out).counts.interactions).toBe(6)
  })

  it('gives a case to the customer who is named in it only later', async () => {
    const rows = [
      header,
      '1,,T1,2026-03-02T09:00:00Z,customer,,The router does not connect.',
      ...Array.from(
        { length: 40 },
        (_, n) => `x${n},c${n}@example.org,X${n},2026-03-02T09:00:00Z,customer,,Hello?`,
      ),
    ].join('\n')
    const later = [header, '2,ben@example.org,T1,2026-03-02T10:00:00Z,customer,,It is me again.'].join('\n')
    await cli.report(cli.write('early.csv', rows), '--workspace', 'late')
    const report = await cli.report(cli.write('later.csv', later), '--workspace', 'late')
    expect(report.counts).toMatchObject({ customers: 41, contactsWithoutCustomer: 0, contacts: 41 })
  })
})

describe('what can’t be read', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['empty.csv', '', /empty/i],
    ['header-only.csv', `${header}\n`, /no rows|header/i],
    ['binary.csv', Uint8Array.from({ length: 4000 }, (_, n) => (n * 7919) % 256), /not|binary|text/i],
    ['bomb.xes', '<?xml version="1.0"?><!DOCTYPE log [<!ENTITY a "aaaa">]><log>&a;</log>', /entit|DOCTYPE/i],
  ])('%s is refused with a plain message', async (name, content, message) => {
    const { code, out, err } = await cli.run('read', cli.write(name, content), '--workspace', 'bad')
    expect(err).toMatch(message)
    expect(err).not.toContain('at ')
    expect(out).toBe('')
    expect(code).toBe(2)
  })

  it('keeps what came before the end of a truncated gzip, and says so', async () => {
    const whole = gzipSync([header, ...rowsOf(20_000)].join('\n'))
    const path = cli.write('cut.csv.gz', whole.subarray(0, whole.length * 0.6))
    const { code, err } = await cli.run('read', path, '--workspace', 'cut')
    expect(code).toBe(2)
    expect(err).toMatch(/rows/)
    const { out } = await cli.run('export', 'interactions', '--workspace', 'cut')
    expect(out.split('\n').length).toBeGreaterThan(1000)
  })

  it('sets aside unreadable dates, dates of 1970 and 2099 and contradicting ids, and loses none of them', async () => {
    const rows = rowsOf(10)
    const odd = [
      'a,z@example.org,Z1,some day,customer,,Hello there.',
      'b,z@example.org,Z2,1970-01-01T00:00:00Z,customer,,Hello there.',
      'c,z@example.org,Z3,2099-01-01T00:00:00Z,customer,,Hello there.',
      '0,z@example.org,Z4,2026-03-05T00:00:00Z,customer,,The same id with other words.',
    ]
    const path = cli.write('odd.csv', [header, ...rows, ...odd].join('\n'))
    const { code, out } = await cli.run('read', path, '--workspace', 'odd', '--json')
    const report = JSON.parse(out)
    expect(code).toBe(3)
    expect(report.sources).toMatchObject([
      { rows: 14, interactions: 10, duplicates: 0, stateOnly: 0, setAside: 4 },
    ])
    expect(
      report.setAside
        .map(({ count }: { count: number }) => count)
        .reduce((sum: number, n: number) => sum + n),
    ).toBe(4)
    const exported = await cli.run('export', 'set-aside', '--workspace', 'odd', '--format', 'jsonl')
    expect(exported.out.trim().split('\n')).toHaveLength(4)
    expect(exported.out).toContain('some day')
  })

  it.each([
    [['read'], 'No file was named'],
    [['read', 'nowhere.csv'], 'no such file'],
    [['read', '--fast', 'x.csv'], '--fast'],
    [['export', 'everything'], 'Say what to export'],
    [['export', 'issues', '--format', 'xml'], 'no format'],
    [['demo', '--interactions', 'many'], 'not a whole number'],
    [['dance'], 'no command'],
  ])('%j is bad usage', async (args, message) => {
    const { code, err, out } = await cli.run(...args)
    expect(err).toContain(message)
    expect(out).toBe('')
    expect(code).toBe(2)
  })

  it('refuses a mapping file that names one column for two things or a column that is not there', async () => {
    const path = cli.write('desk.csv', desk)
    const { out } = await cli.run('read', '--explain', '--json', path)
    const mapping = JSON.parse(out)
    const twice = { ...mapping, columns: { ...mapping.columns, team: ['message'] } }
    const missing = { ...mapping, columns: { ...mapping.columns, team: ['department'] } }
    for (const [wrong, named] of [
      [twice, 'message'],
      [missing, 'department'],
    ] as const) {
      const { code, err } = await cli.run('read', path, '--map', cli.write('map.json', JSON.stringify(wrong)))
      expect(err).toContain(named)
      expect(code).toBe(2)
    }
  })
})

function rowsOf(count: number): string[] {
  return Array.from({ length: count }, (_, n) => {
    const minute = String(n % 60).padStart(2, '0')
    return `${n},c${n % 50}@example.org,T${n},2026-03-02T09:${minute}:00Z,customer,,My parcel number ${(n * 7919) % 10007} has not come.`
  })
}
