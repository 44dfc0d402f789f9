/** What a schema says of a value that does not fit it, as zod words it for programmers. */
export type Misfit = {
  readonly code?: string | undefined
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly expected?: unknown
  readonly format?: unknown
  readonly origin?: unknown
  readonly minimum?: unknown
  readonly maximum?: unknown
  readonly inclusive?: unknown
  readonly values?: unknown
  readonly keys?: unknown
}

const formats: Readonly<Record<string, string>> = {
  email: 'an e-mail address, such as ann@example.org',
  url: 'an address, such as https://example.org',
  datetime: 'a time with its offset, such as 2026-03-02T10:00:00+01:00',
  date: 'a day, such as 2026-03-02',
  uuid: 'an id as it was given out',
}

const types: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

/** Says in a sentence for whoever typed it what does not fit, and what would; names the field as it was sent. */
export function sayMisfit(misfit: Misfit | undefined, whole = 'It'): string {
  const path = misfit?.path.map(String).join('.') ?? ''
  return `${path === '' ? whole : `“${path}”`} ${sayWhat(misfit)}.`
}

function sayWhat(misfit: Misfit | undefined): string {
  if (misfit === undefined) return 'is not as expected'
  // A schema that has words of its own for it knows best.
  if (!/^(Invalid|Too|Unrecognized)\b/.test(misfit.message)) return `can’t be used: ${misfit.message}`
  switch (misfit.code) {
    case 'invalid_type':
      return misfit.message.endsWith('received undefined')
        ? 'is missing'
        : `must be ${types[String(misfit.expected)] ?? String(misfit.expected)}`
    case 'invalid_format':
      return `must be ${formats[String(misfit.format)] ?? 'written otherwise'}`
    case 'too_small':
      return sayBound(misfit, Number(misfit.minimum), 'at least')
    case 'too_big':
      return sayBound(misfit, Number(misfit.maximum), 'at most')
    case 'invalid_value':
      return Array.isArray(misfit.values) ? `must be ${misfit.values.join(' or ')}` : 'is not as expected'
    case 'unrecognized_keys':
      return `holds what is not known here: ${Array.isArray(misfit.keys) ? misfit.keys.join(', ') : ''}`
    default:
      return 'is not as expected'
  }
}

function sayBound({ origin, inclusive }: Misfit, bound: number, side: 'at least' | 'at most'): string {
  switch (origin) {
    case 'string':
      return bound === 1 && side === 'at least' ? 'is empty' : `must have ${side} ${bound} characters`
    case 'array':
    case 'set':
      return `must hold ${side} ${bound}`
    default:
      if (inclusive !== false) return `must be ${side} ${bound}`
      return side === 'at least' ? `must be above ${bound}` : `must be below ${bound}`
  }
}
