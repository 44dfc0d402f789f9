import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { randomFrom } from '../core/stats/random.ts'
import { inventCustomer } from './life/customer.ts'
import { demoColumns, tellStory } from './tell-story.ts'
import { customersPerBlock, defaultStory, walkLives } from './walk.ts'
import { csvLines } from './write-export.ts'

const rows = [...tellStory(defaultStory)]

function hashOf(interactions: number, seed: number): string {
  const hash = createHash('sha256')
  const told = tellStory({ ...defaultStory, interactions, seed })
  for (const line of csvLines(demoColumns, told)) hash.update(line)
  return hash.digest('hex')
}

describe('tellStory', { timeout: 60_000 }, () => {
  it('tells the same bytes for the same seed, and others for another', () => {
    expect(hashOf(3000, 11)).toBe(hashOf(3000, 11))
    expect(hashOf(3000, 11)).not.toBe(hashOf(3000, 12))
  })

  it('tells exactly as many interactions as asked for, each with its own id', () => {
    expect(rows).toHaveLength(12_000)
    expect(new Set(rows.map((row) => row.message_id)).size).toBe(12_000)
    expect([...tellStory({ ...defaultStory, interactions: 1 })]).toHaveLength(1)
    expect([...tellStory({ ...defaultStory, interactions: 0 })]).toHaveLength(0)
  })

  it('tells the default story in order of time, within the year before its end', () => {
    const times = rows.map((row) => Date.parse(row.created_at))
    expect(times).toEqual(times.toSorted((left, right) => left - right))
    expect(Math.max(...times)).toBeLessThan(defaultStory.end)
    expect(defaultStory.end - Math.min(...times)).toBeLessThanOrEqual(365 * 86_400_000)
  })

  it('tells of more customers when longer, not of longer lives', () => {
    const few = [...walkLives({ ...defaultStory, interactions: 500 })].slice(0, -1)
    const many = [...walkLives({ ...defaultStory, interactions: 2000 })]
    for (const [number, life] of few.entries()) {
      expect(many[number]?.drafts.map((draft) => draft.text)).toEqual(life.drafts.map((draft) => draft.text))
    }
  })

  it('lives the same year whenever it ends', () => {
    const later = { ...defaultStory, interactions: 200, end: Date.UTC(2031, 2, 14) }
    const times = [...tellStory(later)].map((row) => Date.parse(row.created_at))
    expect(Math.max(...times)).toBeLessThan(later.end)
  })

  it('is sorted block by block, so that one block is held in memory however long the story', () => {
    const settings = { ...defaultStory, interactions: 34_000 }
    const customers = [...walkLives(settings)].length
    let last = 0
    let timesBack = 0
    for (const row of tellStory(settings)) {
      const at = Date.parse(row.created_at)
      if (at < last) timesBack += 1
      last = at
    }
    expect(timesBack).toBe(Math.ceil(customers / customersPerBlock) - 1)
    expect(timesBack).toBe(1)
  })

  it('names only people, addresses and numbers that are kept for fiction', () => {
    const reserved =
      /^\+44 (7700 900|20 7946 0|1[13][1-8] 496 0|1[2-6]1 496 0|191 498 0|29 2018 0|1632 960)\d{3}( ext\. \d+)?$/
    const emails = new Set(rows.map((row) => row.email))
    const phones = new Set(rows.map((row) => row.phone))
    for (const email of emails) expect(email).toMatch(/^$|^[a-z0-9.]+@example\.(org|com|net)$/)
    for (const phone of phones) if (phone !== '') expect(phone).toMatch(reserved)
    expect(rows.filter((row) => /@|https?:|\d{9,}/.test(row.text))).toEqual([])
  })

  it('keeps numbers apart when customers outnumber the reserved ones', () => {
    const phones = [2, 16_002, 32_002].map((number) => {
      const customer = inventCustomer(number, randomFrom(1, number), defaultStory.end)
      return customer.phone
    })
    expect(new Set(phones).size).toBe(3)
  })

  it('shows every channel, kind, author and team', () => {
    const valuesOf = (column: 'channel' | 'type' | 'author' | 'team') =>
      new Set(rows.map((row) => row[column]))
    expect(valuesOf('channel').size).toBe(5)
    expect(valuesOf('type')).toEqual(new Set(['message', 'call', 'visit', 'event', 'survey']))
    expect(valuesOf('author')).toEqual(new Set(['customer', 'agent', 'system']))
    expect(valuesOf('team').size).toBe(11)
  })
})
