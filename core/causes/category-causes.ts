import { causeId } from '../base/ids.ts'
import { hashText } from '../text/hash.ts'
import type { Cause } from './cause.ts'

/**
 * The cause that a source's own category stands for: named as the source names it (white space folded), the same id for
 * the same category whatever its case.
 */
export function causeOfCategory(category: string): Cause {
  const name = category.trim().replace(/\s+/g, ' ')
  return { id: causeId(`category-${hashText(name.toLowerCase())}`), name, from: 'category', words: [] }
}
