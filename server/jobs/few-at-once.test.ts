import { expect, it } from 'vitest'
import { fewAtOnce } from './few-at-once.ts'

it('never lets more run than it may, and each gets its turn in order, also after a failure', async () => {
  const take = fewAtOnce(2)
  let running = 0
  let most = 0
  const order: number[] = []
  const all = Array.from({ length: 7 }, (_, n) =>
    take(async () => {
      running += 1
      most = Math.max(most, running)
      order.push(n)
      await Promise.resolve()
      running -= 1
      if (n === 3) throw new Error('broken')
      return n
    }),
  )
  const ended = await Promise.allSettled(all)
  expect(ended.map(({ status }) => status)).toEqual(
    Array.from({ length: 7 }, (_, n) => (n === 3 ? 'rejected' : 'fulfilled')),
  )
  expect({ most, order }).toEqual({ most: 2, order: [0, 1, 2, 3, 4, 5, 6] })
  expect(await take(async () => 'free again')).toBe('free again')
})
