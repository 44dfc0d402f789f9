import type { Actor, DeskStepKind } from '../../core/desk/step.ts'
import type { AuthorityRole, Person } from '../../core/guidelines/guideline.ts'
import type { Rights, Who } from '../access/who.ts'

/** Who takes a step: whoever is signed in; on a machine without sign-in, the name that was typed. */
export function toActor(who: Who, stated: string): Actor {
  switch (who.kind) {
    case 'machine':
      return { kind: 'person', name: stated }
    case 'person':
      return { kind: 'person', name: who.name }
    case 'key':
      return { kind: 'agent', name: who.name }
    default:
      return who satisfies never
  }
}

/**
 * What someone is at the desk: null when they are not listed, or have left, and so have no authority. An agent is listed
 * as “Name (agent)”, so that no key can take a person's place.
 */
export function roleOf(people: readonly Person[], name: string): AuthorityRole | null {
  return people.find((person) => person.name === name && !person.hasLeft)?.role ?? null
}

/** What goes out, or draws on anything: beyond what may be drafted. */
const inward: readonly DeskStepKind[] = ['claimed', 'released', 'wished', 'lived', 'hoped']

/** Why a key that may only draft can't take a step; null when whoever asks may. */
export function whyOnlyDraft(rights: Rights, kind: DeskStepKind): string | null {
  if (typeof rights === 'string' || rights.includes('desk') || inward.includes(kind)) return null
  return 'This key may only draft: a person at the desk has to take this step.'
}
