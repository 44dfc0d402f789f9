import type { Receiving } from './hear.ts'
import type { Heard, HeardFact, NotHeard } from './heard.ts'

/** The 29th of November 2026, noon. */
export const now = Date.UTC(2026, 10, 29, 12)

export function aReceiving(kind: Receiving['kind'], more: Partial<Receiving> = {}): Receiving {
  return { kind, source: kind, now, names: {}, mapped: null, own: [], ...more }
}

export function bytes(sent: unknown): Uint8Array {
  return new TextEncoder().encode(typeof sent === 'string' ? sent : JSON.stringify(sent))
}

/** What a reader would want to check of a fact: only what is known. */
export function show(fact: HeardFact | undefined): Record<string, unknown> {
  if (fact === undefined) return {}
  const { interaction, revises } = fact
  const { id, source, sequence, identities, attributes, at, caseOpenedAt, ...rest } = interaction
  const known = Object.entries(rest).filter(([, value]) => value !== null)
  return {
    ...Object.fromEntries(known),
    ...(at === null ? {} : { at: new Date(at).toISOString() }),
    ...(caseOpenedAt === null ? {} : { caseOpenedAt: new Date(caseOpenedAt).toISOString() }),
    ...(identities.length === 0 ? {} : { identities }),
    ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
    ...(revises === null ? {} : { revises: revises.isWithdrawal ? 'withdrawal' : 'correction' }),
  }
}

export function idsOf({ facts }: Heard): string[] {
  return facts.map(({ interaction }) => interaction.externalId).sort()
}

export function rawOf([first]: readonly NotHeard[]): Uint8Array {
  return first?.raw ?? bytes('')
}
