import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dayMs } from '../../base/time.ts'
import { parseWordTable } from '../../text/word-table.ts'
import { prepareAssigner } from '../assign-cause.ts'
import type { CauseModel } from '../cause-model.ts'
import type { Reason } from '../discover-causes.ts'
import { fromRows } from '../discovery/rows.ts'
import { findCauses } from './find-causes.ts'

const table = parseWordTable(readFileSync(new URL('../../../models/words.bin', import.meta.url)))
const byWords = { grain: 1 }
const byEndpoint = { grain: 1, engine: 'model at host' }

const said = {
  parcel: ['Where is my parcel?', 'Wo ist mein Paket?', 'No parcel came', 'Das Paket fehlt noch'],
  password: ['My password is wrong', 'Mein Passwort geht nicht', 'Password rejected', 'Falsches Passwort'],
  dog: ['The dog bit your engineer', 'Der Hund hat gebissen', 'My dog ate the cable', 'Unser Hund ist krank'],
}
const axes = Object.keys(said)

/** Each topic along an axis of its own, each text a little off it. */
function vectorOf(topic: string, place: number): Float32Array {
  const row = new Float32Array(8)
  row[axes.indexOf(topic)] = 0.95
  row[3 + (place % 5)] = 0.31
  return row
}

function reasons(topic: keyof typeof said, day: number, copies: number): readonly Reason[] {
  return Array.from({ length: copies }, (_, copy) => copy).flatMap((copy) =>
    said[topic].map((text, place) => ({
      id: `${topic}-${day}-${copy}-${place}`,
      text: `${text} ${'again '.repeat(copy)}`.trim(),
      at: day * dayMs,
      vector: vectorOf(topic, place + copy),
    })),
  )
}

const first = [...reasons('parcel', 0, 5), ...reasons('password', 1, 5)]
const all = [...first, ...reasons('dog', 9, 6)]
const find = (given: readonly Reason[], previous: CauseModel | null, settings: typeof byWords) =>
  findCauses(given, { previous, decided: new Set() }, table, settings)
const start = find(first, null, byEndpoint)

test('causes drawn by given meanings hold both languages, and read a text by its vector or, without, by its words', () => {
  const assign = prepareAssigner(start, table)
  const causeOf = (topic: keyof typeof said) =>
    new Set(said[topic].map((text, place) => assign(text, vectorOf(topic, place))?.cause))
  expect(start.causes).toHaveLength(2)
  expect([causeOf('parcel').size, causeOf('password').size]).toEqual([1, 1])
  expect(causeOf('parcel')).not.toEqual(causeOf('password'))
  expect(new Set([assign('There is no parcel again')?.cause])).toEqual(causeOf('parcel'))
})

test('a cause that comes up later is added in both spaces', () => {
  const grown = find(all, start, byEndpoint)
  expect(grown.causes).toHaveLength(3)
  expect(grown.given?.centroids.rows).toBe(grown.owners.length)
  expect(grown.centroids.rows).toBe(grown.owners.length)
  const [added] = grown.causes.slice(2)
  expect(prepareAssigner(grown, table)('Unser Hund', vectorOf('dog', 1))?.cause).toBe(added?.id)
})

test('when the endpoint falls silent the tree stays, and grows by words alone', () => {
  const english = all.filter(({ text }) => !/paket|passwort|hund/i.test(text))
  const silent = find(english, start, byWords)
  expect(silent.given).toBeUndefined()
  expect(silent.causes.slice(0, 2)).toEqual(start.causes)
  expect(silent.centroids.rows).toBe(silent.owners.length)

  const back = find(all, silent, byEndpoint)
  expect(back.given?.engine).toBe('model at host')
  const known = new Set(start.causes.map(({ id }) => id))
  expect(back.causes.filter(({ id }) => known.has(id))).toHaveLength(2)
  expect(fromRows(back.given?.centroids ?? start.centroids)).toHaveLength(8 * back.owners.length)
})

test('a new cause beside an old one is added, moved away from the few old texts that lie close to it', () => {
  const at = (id: string, day: number, [along, beside, other]: readonly [number, number, number]): Reason => {
    const vector = Float32Array.from([along, 0, 0, beside, other, 0, 0, 0])
    return {
      id,
      text: `word${id.replace('-', ' ')}`,
      at: day * dayMs,
      vector: vector.map((v) => v / Math.hypot(...vector)),
    }
  }
  const spread = (name: string, day: number, count: number, where: readonly [number, number]) =>
    Array.from({ length: count }, (_, n) => at(`${name}-${n}`, day, [where[0], where[1], 0.02 * (n % 5)]))
  const known = [
    ...spread('old', 0, 40, [1, 0]),
    ...spread('near', 0, 4, [0.8, 0.62]),
    ...reasons('password', 1, 5),
  ]
  const grown = find(
    [...known, ...spread('young', 9, 12, [0.55, 0.83])],
    find(known, null, byEndpoint),
    byEndpoint,
  )
  const assign = prepareAssigner(grown, table)
  const causeOf = ({ text, vector }: Reason) => assign(text, vector)?.cause
  const [added] = grown.causes.slice(2)
  expect(added).toBeDefined()
  expect(causeOf(at('x', 0, [0.55, 0.83, 0]))).toBe(added?.id)
  expect(causeOf(at('y', 0, [0.8, 0.62, 0]))).not.toBe(added?.id)
})
