import { z } from 'zod'

/** What the page tells of a JSON schema; the document holds the rest. */
export type Schema = {
  readonly type?: string | readonly string[] | undefined
  readonly enum?: readonly unknown[] | undefined
  readonly const?: unknown
  readonly description?: string | undefined
  readonly minimum?: number | undefined
  readonly maximum?: number | undefined
  readonly properties?: Readonly<Record<string, Schema>> | undefined
  readonly required?: readonly string[] | undefined
  readonly additionalProperties?: Schema | boolean | undefined
  readonly items?: Schema | undefined
  readonly anyOf?: readonly Schema[] | undefined
  readonly oneOf?: readonly Schema[] | undefined
  readonly allOf?: readonly Schema[] | undefined
}

export const schemaSchema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    description: z.string().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    properties: z.record(z.string(), schemaSchema).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.union([z.boolean(), schemaSchema]).optional(),
    items: schemaSchema.optional(),
    anyOf: z.array(schemaSchema).optional(),
    oneOf: z.array(schemaSchema).optional(),
    allOf: z.array(schemaSchema).optional(),
  }),
)

/** A schema in words, with what it holds folded inside. */
export function drawSchema(schema: Schema): string {
  const said = schema.description === undefined ? '' : ` <em>${escapeHtml(schema.description)}</em>`
  return `${drawKind(schema)}${said}`
}

function drawKind(schema: Schema): string {
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (choices !== undefined)
    return choices.map(drawSchema).join(schema.allOf === undefined ? ' or ' : ' and ')
  if (schema.const !== undefined) return drawValues([schema.const])
  if (schema.enum !== undefined) return drawValues(schema.enum)
  if (schema.properties !== undefined) return drawObject(schema)
  const { additionalProperties: each } = schema
  if (typeof each === 'object') return `by name: ${drawSchema(each)}`
  if (schema.items !== undefined) return `list of ${drawSchema(schema.items)}`
  return `${drawType(schema.type)}${drawRange(schema)}`
}

function drawObject({ properties = {}, required = [] }: Schema): string {
  const items = Object.entries(properties).map(([name, schema]) => {
    const mark = required.includes(name) ? '' : ' (may be left out)'
    return `<li><code>${escapeHtml(name)}</code>${mark}: ${drawSchema(schema)}</li>`
  })
  const names = Object.keys(properties)
  const shown = names.length > 4 ? [...names.slice(0, 4), '…'] : names
  return `<details><summary>{ ${escapeHtml(shown.join(', '))} }</summary><ul>${items.join('')}</ul></details>`
}

const words: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: 'true or false',
  integer: 'whole number',
}

function drawType(type: Schema['type']): string {
  const types = typeof type === 'string' ? [type] : (type ?? ['anything'])
  return types.map((name) => escapeHtml(words[name] ?? name)).join(' or ')
}

/** Bounds that only say how far a number goes in JSON are of no use to a reader. */
function drawRange({ minimum, maximum }: Schema): string {
  const isSaid = (bound: number | undefined) =>
    bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER
  const low = isSaid(minimum) ? ` from ${minimum}` : ''
  return `${low}${isSaid(maximum) ? ` to ${maximum}` : ''}`
}

const mostInLine = 6

function drawValues(values: readonly unknown[]): string {
  const shown = values.map((value) => `<code>${escapeHtml(JSON.stringify(value))}</code>`).join(' or ')
  if (values.length <= mostInLine) return shown
  return `<details><summary>one of ${values.length}</summary>${shown}</details>`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (found) => entities[found] ?? found)
}
