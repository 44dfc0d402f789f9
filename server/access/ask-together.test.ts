import { setImmediate as endOfTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { askTogether } from './ask-together.ts'

it('shares an answer among those who asked before it was fetched, and with nobody else', async () => {
  const fetched: PromiseWithResolvers<number>[] = []
  const ask = askTogether(() => {
    const one = Promise.withResolvers<number>()
    fetched.push(one)
    return one.promise
  })
  const first = [ask('a'), ask('a')]
  await endOfTurn()
  const late = [ask('a'), ask('a')]
  expect(fetched.length).toBe(1)
  fetched[0]?.resolve(1)
  expect(await Promise.all(first)).toEqual([1, 1])
  await endOfTurn()
  expect(fetched.length).toBe(2)
  const latest = ask('a')
  fetched[1]?.resolve(2)
  expect(await Promise.all(late)).toEqual([2, 2])
  await endOfTurn()
  fetched[2]?.resolve(3)
  expect(await latest).toBe(3)
  expect(fetched.length).toBe(3)
})

it('asks anew once nothing is on its way, also after a failure, and apart about each', async () => {
  let asked = 0
  const ask = askTogether(async (about) => {
    asked += 1
    if (about === 'broken') throw new Error('broken')
    return about
  })
  await expect(ask('broken')).rejects.toThrow('broken')
  await expect(ask('broken')).rejects.toThrow('broken')
  expect(await Promise.all([ask('a'), ask('b')])).toEqual(['a', 'b'])
  expect(asked).toBe(4)
})
