import { describe, expect, it } from 'vitest'
import type { Mapping } from '../../../core/interactions/mapping.ts'
import {
  findDoubles,
  keepAttribute,
  listColumns,
  listKindValues,
  listRatingWords,
  parseValues,
  setColumn,
  setCompanyValues,
  setCustomerColumn,
  setRatingValue,
} from './edit-mapping.ts'

const mapping: Mapping = {
  version: 1,
  source: 'desk',
  columns: { time: ['date'], case: ['number'] },
  attributes: ['priority', 'region'],
  timeFormat: 'iso',
  timeZone: 'UTC',
  missing: [],
  customerValues: [],
  kind: 'message',
  kindValues: {},
  durationUnit: 'seconds',
}

it('names the customer beside the author, and takes that back', () => {
  const named = setCustomerColumn(mapping, 'requester')
  expect([named.customerColumn, listColumns(named).includes('requester')]).toEqual(['requester', true])
  expect(setCustomerColumn(named, '')).toEqual(mapping)
})

it('says who the company is, and takes that back', () => {
  const said = setCompanyValues(mapping, ['@acme.example'])
  expect(said.companyValues).toEqual(['@acme.example'])
  expect(setCompanyValues(said, [])).toEqual(mapping)
})

it('says what words of a rating mean, until another column is the rating', () => {
  const columns = [{ name: 'score', examples: ['good', 'Offered', '4'] }]
  const rated = { ...setColumn(mapping, 'rating', 0, 'score'), ratingValues: { Good: 2, Bad: 1 } }
  expect(listRatingWords(columns, rated)).toEqual(['Bad', 'Good', 'Offered'])
  expect(setRatingValue(rated, 'Bad', 0).ratingValues).toEqual({ Good: 2, Bad: 0 })
  expect(setRatingValue(rated, 'Bad', null).ratingValues).toEqual({ Good: 2 })
  expect(setColumn(rated, 'rating', 0, 'score').ratingValues).toEqual({ Good: 2, Bad: 1 })
  expect('ratingValues' in setColumn(rated, 'rating', 0, 'nps')).toBe(false)
})

describe('a field', () => {
  it('takes another column, which is then no attribute any more', () => {
    const next = setColumn(mapping, 'team', 0, 'region')
    expect(next.columns.team).toEqual(['region'])
    expect(next.attributes).toEqual(['priority'])
  })

  it('takes a second column for the time of day, and gives it back', () => {
    const both = setColumn(mapping, 'time', 1, 'clock')
    expect(both.columns.time).toEqual(['date', 'clock'])
    expect(setColumn(both, 'time', 1, '').columns.time).toEqual(['date'])
  })

  it('is gone when its column is taken away', () => {
    expect(setColumn(mapping, 'case', 0, '').columns).toEqual({ time: ['date'] })
  })
})

it('attributes keep the order of the source', () => {
  const order = ['number', 'region', 'owner', 'priority']
  expect(keepAttribute(mapping, order, { column: 'owner', isKept: true }).attributes).toEqual([
    'region',
    'owner',
    'priority',
  ])
  expect(keepAttribute(mapping, order, { column: 'region', isKept: false }).attributes).toEqual(['priority'])
})

it('values are told apart by commas, once each', () => {
  expect(parseValues(' ?, n/a,, ? ')).toEqual(['?', 'n/a'])
})

it('a column that somebody lets feed a second field is found, not one that did so before', () => {
  const doubled = setColumn(mapping, 'team', 0, 'number')
  expect(findDoubles(doubled, mapping)).toEqual(['number'])
  expect(findDoubles(doubled, doubled)).toEqual([])
  expect(findDoubles(setColumn(doubled, 'externalId', 0, 'number'), doubled)).toEqual(['number'])
  expect(listColumns(mapping)).toEqual(['date', 'number', 'priority', 'region'])
})

it('what a column says of the kind of a row is what the mapping knows and what the file shows', () => {
  const columns = [{ name: 'type', examples: ['Phone', 'Walk-in'] }]
  const told = {
    ...mapping,
    columns: { kind: ['type'] },
    kindValues: { Phone: 'call', Mail: 'message' },
  } as const
  expect(listKindValues(columns, told)).toEqual(['Phone', 'Mail', 'Walk-in'])
  expect(listKindValues(columns, mapping)).toEqual([])
})
