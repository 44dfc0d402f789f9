import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CauseId, causeId } from '../../base/ids.ts'
import { dayMs } from '../../base/time.ts'
import { parseWordTable } from '../../text/word-table.ts'
import { prepareAssigner } from '../assign-cause.ts'
import type { CauseModel } from '../cause-model.ts'
import { defaultGrain, type Reason } from '../discover-causes.ts'
import { findCauses } from './find-causes.ts'

const table = parseWordTable(readFileSync(new URL('../../../models/words.bin', import.meta.url)))
const settings = { grain: defaultGrain }
const nobody: ReadonlySet<CauseId> = new Set()

const frames = {
  parcel: [
    'Where is my #?',
    'My # has not arrived',
    'The # never came',
    'I am still waiting for my #',
    'No sign of the #',
  ],
  password: [
    'I forgot my #',
    'My # does not work',
    'How can I reset the #?',
    'The # is rejected by the app',
    'A new # please',
  ],
  pet: [
    'My # ate the cable',
    'Can a # be insured with you?',
    'The # bit your engineer',
    'Our # is ill',
    'A vet for my #',
  ],
}
const nouns = {
  parcel: ['parcel', 'package', 'delivery', 'shipment', 'box'],
  password: ['password', 'login', 'passcode', 'pin', 'access code'],
  pet: ['dog', 'cat', 'puppy', 'kitten', 'hamster'],
}

function reasons(
  about: keyof typeof frames,
  { copies, day }: { copies: number; day: number },
): readonly Reason[] {
  return nouns[about].flatMap((noun) =>
    frames[about].flatMap((frame, place) =>
      Array.from({ length: copies }, (_, copy) => ({
        id: `${about}-${noun}-${place}-${day}-${copy}`,
        text: frame.replace('#', noun),
        at: day * dayMs,
      })),
    ),
  )
}

const first = [...reasons('parcel', { copies: 2, day: 0 }), ...reasons('password', { copies: 2, day: 1 })]
const start = findCauses(first, { previous: null, decided: nobody }, table, settings)
const next = (all: readonly Reason[], previous: CauseModel = start, decided = nobody) =>
  findCauses(all, { previous, decided }, table, settings)

function placesOf(model: CauseModel, all: readonly Reason[]) {
  const assign = prepareAssigner(model, table)
  return all.map(({ text }) => assign(text)?.cause ?? null)
}

describe('a tree that grows with the facts', () => {
  test('the same facts again change nothing', () => {
    expect(next(first)).toEqual(start)
  })

  test('more of the same leaves every reason where it was, under the same name', () => {
    const grown = next([...first, ...reasons('parcel', { copies: 1, day: 9 })])
    expect(placesOf(grown, first)).toEqual(placesOf(start, first))
    expect(grown.causes.map(({ name }) => name)).toEqual(start.causes.map(({ name }) => name))
  })

  test('what came up since is a cause of its own, and nothing else moves', () => {
    const pets = reasons('pet', { copies: 3, day: 9 })
    const grown = next([...first, ...pets])
    const known = new Set(start.causes.map(({ id }) => id))
    const found = grown.causes.filter(({ id }) => !known.has(id))
    expect(found.length).toBeGreaterThan(0)
    expect(grown.themes.flatMap(({ causes }) => causes).sort()).toEqual(
      grown.causes.map(({ id }) => id).sort(),
    )
    const added = new Set<CauseId | null>(found.map(({ id }) => id))
    const inNew = placesOf(grown, pets).filter((cause) => added.has(cause)).length
    expect(inNew / pets.length).toBeGreaterThan(0.8)
    expect(placesOf(grown, first)).toEqual(placesOf(start, first))
  })

  test('twice as many reasons draw it anew, and causes found again keep id and name', () => {
    const doubled = next([
      ...first,
      ...reasons('parcel', { copies: 3, day: 5 }),
      ...reasons('password', { copies: 3, day: 5 }),
    ])
    expect(doubled.drawn.texts).toBe(250)
    const names = new Map(doubled.causes.map(({ id, name }) => [id, name]))
    const kept = start.causes.filter(({ id, name }) => names.get(id) === name)
    expect(kept.length).toBeGreaterThanOrEqual(2)
    for (const { name, causes } of doubled.themes)
      expect(causes.some((id) => name.startsWith(names.get(id) ?? '?'))).toBe(true)
  })

  test('a cause that people decided about stays, also when it is not found any more', () => {
    const [cause] = start.causes
    if (cause === undefined) throw new Error('no cause was found')
    const others = [...reasons('pet', { copies: 9, day: 9 })]
    const ids = (model: CauseModel) => model.causes.map(({ id }) => id)
    expect(ids(next(others))).not.toContain(cause.id)
    const kept = next(others, start, new Set([cause.id]))
    expect(ids(kept)).toContain(cause.id)
    expect(kept.themes.flatMap(({ causes }) => causes)).toContain(cause.id)
  })

  test('a change of the method draws it anew, and a cause that most of its reasons were read to be about keeps id and name', () => {
    const named = start.causes.map((cause) => ({
      ...cause,
      id: causeId(`old ${cause.id}`),
      name: `Old ${cause.name}`,
    }))
    const older = {
      ...start,
      method: 'of before',
      causes: named,
      centroids: { ...start.centroids, columns: 3 },
    }
    const wasRead = new Map(
      placesOf(start, first).flatMap((cause, place) =>
        cause === null ? [] : [[first[place]?.id ?? '', causeId(`old ${cause}`)] as const],
      ),
    )
    const gone = named.slice(0, 1).map((cause) => ({ ...cause, id: causeId('gone'), name: 'Gone' }))
    const reading = { causes: wasRead, merged: new Map() }
    const known = { previous: { ...older, causes: [...named, ...gone] }, reading }
    const anew = findCauses(first, { ...known, decided: new Set([causeId('gone')]) }, table, settings)
    const names = new Map(anew.causes.map(({ id, name }) => [id, name]))
    expect(named.map(({ id, name }) => names.get(id) === name)).toEqual(named.map(() => true))
    expect(names.get(causeId('gone'))).toBe('Gone')
    expect(placesOf(anew, first)).not.toContain('gone')
  })

  test('no two causes ever share a name or an id', () => {
    const model = next(
      [...first, ...reasons('pet', { copies: 9, day: 9 })],
      start,
      new Set([causeId('gone')]),
    )
    for (const key of ['id', 'name'] as const)
      expect(new Set(model.causes.map((cause) => cause[key])).size).toBe(model.causes.length)
  })

  test('the order of the reasons does not matter', () => {
    const all = [...first, ...reasons('pet', { copies: 1, day: 9 })]
    const expected = JSON.stringify(next(all))
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(JSON.stringify(next(shuffled))).toBe(expected)
      }),
      { numRuns: 5 },
    )
  })
})
