import { expect, it } from 'vitest'
import { nameSource } from './name-source.ts'

const counts = { format: 'csv', rows: 1, interactions: 1, duplicates: 0, stateOnly: 0, setAside: 0 }
const sources = [
  { ...counts, file: 'nps-january.csv', source: 'timestamp-160d72' },
  { ...counts, file: 'tickets.csv', source: 'ticket-id-77aa01' },
  { ...counts, file: 'nps-january.csv', source: 'timestamp-160d72' },
  { ...counts, file: 'nps-february.csv', source: 'timestamp-160d72' },
  { ...counts, file: 'broken.csv', source: null },
]

it('names a source by its files, and what others told by the name they gave', () => {
  expect(nameSource(sources, 'ticket-id-77aa01')).toBe('tickets.csv')
  expect(nameSource(sources, 'timestamp-160d72')).toBe('nps-january.csv and 1 more')
  expect(nameSource(sources, 'zendesk')).toBe('zendesk')
})
