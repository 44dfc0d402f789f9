import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareRanked, startBest } from './best-of.ts'

const ranked = fc.record({ rank: fc.nat(5), key: fc.string({ maxLength: 2 }) })

it('keeps the best in order, in whatever order they come, and says where it cut', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(ranked, { selector: ({ rank, key }) => `${rank} ${key}`, maxLength: 40 }),
      fc.integer({ min: 1, max: 6 }),
      (all, most) => {
        const best = startBest(most)
        for (const item of all) if (best.admits(item.rank)) best.offer(item)
        const inOrder = all.toSorted(compareRanked)
        const last = inOrder[most - 1]
        expect(best.result()).toEqual({
          items: inOrder.slice(0, most),
          floor: all.length > most && last ? { rank: last.rank, key: last.key } : null,
        })
      },
    ),
  )
})
