import { z } from '@hono/zod-openapi'
import type { Verb } from './access.ts'
import { failureSchema } from './screens.ts'

/** What the routes of the contract are built from. */

export const base = '/api/workspaces/{workspace}'
export const inWorkspace = z.object({ workspace: z.string() })
export const withId = inWorkspace.extend({ id: z.string() })

export function reply<T extends z.ZodType>(schema: T, description: string) {
  return {
    200: { description, content: { 'application/json': { schema } } },
    default: {
      description: 'Refused, with what to do',
      content: { 'application/json': { schema: failureSchema } },
    },
  } as const
}

export function body<T extends z.ZodType>(schema: T) {
  return { content: { 'application/json': { schema } }, required: true } as const
}

/** What whoever asks must be allowed to do, null where nobody need be known; the gate reads it, the API document tells it. */
export function needs(verb: Verb | null, { founds = false }: { founds?: boolean } = {}) {
  return { 'x-verb': verb, 'x-founds': founds } as const
}
