import type { CauseId } from '../../base/ids.ts'
import { dayMs, type Instant } from '../../base/time.ts'
import type { Life } from '../../causes/tallies/sample-lives.ts'
import type { Traits } from './code-traits.ts'
import type { Person } from './compare-leaving.ts'

/** Whether they left is looked at this many days after the issue began. */
export const leavingWindowDays = 90

/** An attribute that changes between more contacts of a customer than this tells of the contact, not of the customer. */
const mostChanges = 0.1

/**
 * Customers with and without a cause, as they were known before it. Those with it are looked at from their first contact about it;
 * those without from a day of their own, drawn from their key, on which they were customers and had not left. Whoever cannot be watched
 * for 90 days more is left out. Assumes: lives of one workspace, `end` the last day on which leaving would have been seen.
 */
export function peopleOfCause(
  lives: readonly Life[],
  cause: CauseId,
  end: Instant,
  traits: readonly string[],
): Person[] {
  const last = end - leavingWindowDays * dayMs
  return lives.flatMap((life) => {
    const own = life.contacts.find((contact) => contact.cause === cause)
    const first = life.contacts[0]?.at
    if (first === undefined || first > last) return []
    const from = own?.at ?? drawDay(life, first, last)
    if (from > last || (life.leftAt !== null && life.leftAt <= from)) return []
    return [
      {
        hasCause: own !== undefined,
        left: life.leftAt !== null && life.leftAt <= from + leavingWindowDays * dayMs,
        traits: traitsAt(life, from, traits),
      },
    ]
  })
}

/** Attributes that belong to customers: they stay the same from one contact to the next. */
export function listTraits(lives: readonly Life[]): readonly string[] {
  const pairs = new Map<string, { seen: number; changed: number }>()
  for (const { contacts } of lives) {
    for (const [index, { attributes }] of contacts.entries()) {
      for (const name of Object.keys(attributes)) {
        const count = pairs.get(name) ?? { seen: 0, changed: 0 }
        pairs.set(name, count)
        const before = contacts[index - 1]?.attributes[name]
        if (before === undefined) continue
        count.seen += 1
        if (before !== attributes[name]) count.changed += 1
      }
    }
  }
  return [...pairs]
    .filter(([, { seen, changed }]) => changed <= mostChanges * seen)
    .map(([name]) => name)
    .sort()
}

/** The same day for the same customer, anywhere between their first contact and the last day that can be judged. */
function drawDay({ key }: Life, first: Instant, last: Instant): Instant {
  return first + (Number.parseInt(key.slice(0, 8), 16) / 2 ** 32) * (last - first)
}

function traitsAt({ contacts }: Life, at: Instant, names: readonly string[]): Traits {
  const known = contacts.findLast((contact) => contact.at <= at)?.attributes ?? {}
  const recent = contacts.filter((contact) => contact.at < at && contact.at >= at - leavingWindowDays * dayMs)
  const traits: Record<string, string> = {
    'contacts in the 90 days before': recent.length > 1 ? 'two or more' : String(recent.length),
    'day of the records': String(Math.round(at / dayMs)),
  }
  for (const name of names) if (known[name] !== undefined) traits[name] = known[name]
  return traits
}
