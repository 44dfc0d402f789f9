/** What people are here for. Customers have no role: they come by signed links of one purpose. */
export const roles = ['rep', 'lead', 'owner', 'analyst', 'executive', 'admin'] as const
export type Role = (typeof roles)[number]

/** Who may do what: the one table that the server decides by and the web app explains with. */
export const mayDo = {
  /** Read figures and evidence, with persons masked. */
  see: ['rep', 'lead', 'owner', 'analyst', 'executive', 'admin'],
  /** Read who the customer is: names, addresses and numbers as they are; say which are one customer's. */
  know: ['rep', 'lead'],
  /** Say what a text or an issue really shows. */
  correct: ['rep', 'lead', 'owner', 'analyst', 'admin'],
  /** Prepare at the desk what somebody else then says or gives. */
  draft: ['rep', 'lead', 'admin'],
  /** Work with a customer: offer, promise, ask for an exception. */
  desk: ['rep', 'lead', 'admin'],
  /** Plan a change, take a step with it, set what costs and guidelines rest on. */
  decide: ['lead', 'owner', 'analyst', 'executive', 'admin'],
  /** Bring in files and read them. */
  import: ['analyst', 'admin'],
  /** Send interactions as they happen. */
  ingest: ['admin'],
  /** Take data out. */
  export: ['analyst', 'admin'],
  /** Erase a person. */
  erase: ['admin'],
  /** Set up sources, receivers, what leaves to a model elsewhere and how long facts are kept. */
  configure: ['admin'],
  /** Members, keys, and who did what. */
  administer: ['admin'],
} as const satisfies Readonly<Record<string, readonly Role[]>>

export type Verb = keyof typeof mayDo

export const verbs: readonly Verb[] = Object.keys(mayDo).filter(isVerb)

export function isVerb(text: string): text is Verb {
  return Object.hasOwn(mayDo, text)
}

export function may(role: Role, verb: Verb): boolean {
  const allowed: readonly Role[] = mayDo[verb]
  return allowed.includes(role)
}

const doing: Readonly<Record<Verb, string>> = {
  see: 'look at this workspace',
  know: 'see who the customers are',
  correct: 'correct what was read',
  draft: 'draft at the desk',
  desk: 'work at the desk',
  decide: 'decide here',
  import: 'bring in files',
  ingest: 'send interactions',
  export: 'take data out',
  erase: 'erase a person',
  configure: 'change how this workspace is set up',
  administer: 'manage members and keys',
}

/** Why not, as the server refuses with it and the web app says it beside what is disabled; null when one may. */
export function whyMayNot(role: Role, verb: Verb): string | null {
  if (may(role, verb)) return null
  const allowed: readonly Role[] = mayDo[verb]
  return `As ${withArticle(role)} you can’t ${doing[verb]}; ${enumerate(allowed.map(withArticle), 'or')} can.`
}

/** What a role is for, for whoever gives it. */
export function sayRole(role: Role): string {
  const what = verbs.filter((verb) => may(role, verb)).map((verb) => doing[verb])
  const [first = '', ...others] = withArticle(role)
  return `${first.toUpperCase()}${others.join('')} can ${enumerate(what, 'and')}.`
}

function enumerate(parts: readonly string[], word: 'and' | 'or'): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${word} ${last}`
}

function withArticle(role: Role): string {
  return `${/^[aeio]/.test(role) ? 'an' : 'a'} ${role}`
}
