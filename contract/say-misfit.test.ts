import { expect, it } from 'vitest'
import { z } from 'zod'
import { sayMisfit } from '../core/base/say-misfit.ts'

function say(schema: z.ZodType, value: unknown): string {
  return sayMisfit(z.object({ field: schema }).safeParse({ field: value }).error?.issues[0])
}

it('says what does not fit in words for whoever typed it', () => {
  expect(say(z.string().min(12), 'short')).toBe('“field” must have at least 12 characters.')
  expect(say(z.string().min(1), '')).toBe('“field” is empty.')
  expect(say(z.string(), undefined)).toBe('“field” is missing.')
  expect(say(z.email(), 'ann')).toBe('“field” must be an e-mail address, such as ann@example.org.')
  expect(say(z.coerce.number(), 'abc')).toBe('“field” must be a number.')
  expect(say(z.int(), 1.5)).toBe('“field” must be a whole number.')
  expect(say(z.number().max(65535), 99999)).toBe('“field” must be at most 65535.')
  expect(say(z.number().positive(), 0)).toBe('“field” must be above 0.')
  expect(say(z.array(z.int()).max(1), [1, 2])).toBe('“field” must hold at most 1.')
  expect(say(z.enum(['rep', 'lead']), 'boss')).toBe('“field” must be rep or lead.')
  expect(say(z.strictObject({}), { more: 1 })).toBe('“field” holds what is not known here: more.')
  expect(say(z.string().min(2, 'it is too short for a name'), 'a')).toBe(
    '“field” can’t be used: it is too short for a name.',
  )
})

it('names the whole where no field is to blame', () => {
  expect(sayMisfit(z.int().safeParse('x').error?.issues[0], 'The body')).toBe('The body must be a number.')
  expect(sayMisfit(undefined)).toBe('It is not as expected.')
})
