import { expect, test } from 'vitest'
import { causeOfCategory } from './category-causes.ts'

test('a category is a cause by its own name, the same whatever its case', () => {
  const cause = causeOfCategory('  Late   delivery ')
  expect(cause).toMatchObject({ name: 'Late delivery', from: 'category', words: [] })
  expect(causeOfCategory('late delivery').id).toBe(cause.id)
  expect(causeOfCategory('lost delivery').id).not.toBe(cause.id)
})
