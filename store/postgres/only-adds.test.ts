import { expect, test } from 'vitest'
import { readMigrations } from './migrate.ts'

/** Takes something away, or refuses what an older process writes. */
const takesAway: Readonly<Record<string, RegExp>> = {
  'drops something': /\bdrop\s+(table|column|index|constraint|type|default|schema|function|view)\b/,
  'renames something': /\brename\b/,
  'changes a type': /\balter\s+column\s+\S+\s+(set\s+data\s+)?type\b/,
  'refuses null': /\bset\s+not\s+null\b/,
  'adds a constraint': /\badd\s+(constraint|check|unique|primary)\b/,
  'empties something': /\b(truncate|delete\s+from)\b/,
  'adds a column that must be given': /\badd\s+column\b(?![^,;]*\bdefault\b)[^,;]*\bnot\s+null\b/,
}

/** What may all the same, because no older process is held up by it: the file, and why. */
const allowed: Readonly<Record<string, string>> = {
  '0007-live.sql':
    'candidates for review are drawn anew by each reading, and before the first release no older one runs',
  '0009-connectors.sql':
    'every row that an older process sets aside names its import, which the constraint asks for',
  '0017-unread.sql':
    'no statement of an older process names the indexes that go, and all it asks finds the new one',
  '0019-set-aside-by-api.sql':
    'the constraint that goes is wider after it: every row that an older process sets aside names one origin',
}

test('migrations only add, so that an older process can go on', () => {
  const offences = readMigrations().flatMap(({ name, sql }) =>
    Object.entries(takesAway).flatMap(([what, pattern]) =>
      pattern.test(plain(sql)) && !(name in allowed) ? [`${name} ${what}`] : [],
    ),
  )
  expect(offences).toEqual([])
})

test.each([
  ['drop table words', 'drops something'],
  ['alter table words rename to word', 'renames something'],
  ['alter table words alter column n type text', 'changes a type'],
  ['alter table words add column n int not null', 'adds a column that must be given'],
  ['delete from words', 'empties something'],
])('“%s” would be noticed', (sql, what) => {
  expect(takesAway[what]?.test(plain(sql))).toBe(true)
})

test.each([
  'alter table words add column n int not null default 0',
  'alter table words add column n int, add column m text',
  '-- drop table words',
  'create table words (n int not null references others (id) on delete cascade)',
])('“%s” is fine', (sql) => {
  expect(Object.values(takesAway).some((pattern) => pattern.test(plain(sql)))).toBe(false)
})

function plain(sql: string): string {
  return sql.replaceAll(/--.*$/gm, '').toLowerCase()
}
