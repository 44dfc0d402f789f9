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
 * Customers with a cause and customers who came about something else, as they were known before. Each is looked at from the
 * first contact of an issue: the first about the cause, or one of their others, drawn by their key. Records of contacts know nobody
 * who never came, so what is compared is this issue against other issues; where those drive customers away too, less is found.
 * Whoever cannot be watched for 90 days more is left out. Assumes: `end` is the last day on which leaving would have been seen.
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
    const from = own?.at ?? chooseOther(life, last)
    if (from === null || from > last || (life.leftAt !== null && life.leftAt <= from)) return []
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

/** The beginning of one of their issues, the same at each look. */
function chooseOther({ key, contacts }: Life, last: Instant): Instant | null {
  const openers = contacts.filter(({ at, opensIssue }) => opensIssue && at <= last)
  return openers[Number.parseInt(key.slice(0, 8), 16) % openers.length]?.at ?? null
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
