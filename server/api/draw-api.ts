import { z } from 'zod'
import { drawSchema, escapeHtml, schemaSchema } from './draw-schema.ts'

/** What the page needs of the OpenAPI document. */
const contentSchema = z.object({
  content: z.record(z.string(), z.object({ schema: schemaSchema })).optional(),
})
const operationSchema = z.object({
  operationId: z.string(),
  tags: z.array(z.string()),
  summary: z.string(),
  description: z.string().default(''),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.string(),
        required: z.boolean().default(false),
        schema: schemaSchema,
      }),
    )
    .default([]),
  requestBody: contentSchema.optional(),
  responses: z.record(z.string(), contentSchema.extend({ description: z.string().default('') })),
})
const documentSchema = z.object({
  info: z.object({ title: z.string(), description: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
})

type Operation = z.infer<typeof operationSchema> & { readonly method: string; readonly path: string }

/** The OpenAPI document as a page to read and search: plain HTML, without any script. */
export function drawApi(document: unknown): string {
  const { info, paths } = documentSchema.parse(document)
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method, path })),
  )
  const groups = [...Map.groupBy(operations, ({ tags: [tag = 'service'] }) => tag)]
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API · ${escapeHtml(info.title)}</title>
<link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<main>
<h1>${escapeHtml(info.title)} API</h1>
<p>${escapeHtml(info.description).replaceAll(/`(\w+)`/g, '<code>$1</code>')}</p>
<p><a href="/api/openapi.json">The OpenAPI document</a>, for programs.</p>
<nav aria-label="Contents">${groups.map(([tag, { length }]) => `<a href="#${tag}">${tag}</a> <small>${length}</small>`).join(' ')}</nav>
${groups.map(drawGroup).join('\n')}
</main>
</body>
</html>
`
}

function drawGroup([tag, operations]: [string, readonly Operation[]]): string {
  return `<section aria-labelledby="${tag}"><h2 id="${tag}">${tag}</h2>\n${operations.map(drawOperation).join('\n')}</section>`
}

function drawOperation(operation: Operation): string {
  const { method, path, operationId, summary, description } = operation
  return `<details id="${operationId}"><summary><b>${method.toUpperCase()}</b> <code>${escapeHtml(path)}</code> ${escapeHtml(summary)}</summary>
<p>${escapeHtml(description)} <small>${operationId}</small></p>
${drawParameters(operation)}${drawBody('Send', operation.requestBody)}
${Object.entries(operation.responses).map(drawResponse).join('\n')}
</details>`
}

function drawParameters({ parameters }: Operation): string {
  if (parameters.length === 0) return ''
  const items = parameters.map(
    ({ name, in: place, required, schema }) =>
      `<li><code>${escapeHtml(name)}</code> in the ${place}${required ? '' : ', may be left out'}: ${drawSchema(schema)}</li>`,
  )
  return `<h3>Parameters</h3><ul>${items.join('')}</ul>`
}

function drawBody(title: string, body: z.infer<typeof contentSchema> | undefined): string {
  const kinds = Object.entries(body?.content ?? {})
  return kinds
    .map(
      ([kind, { schema }]) =>
        `<h3>${title} <small>${escapeHtml(kind)}</small></h3><div>${drawSchema(schema)}</div>`,
    )
    .join('')
}

function drawResponse([status, response]: [string, Operation['responses'][string]]): string {
  if (status === 'default') return `<p>Otherwise: refused, with what happened and what to do.</p>`
  return `<p>${status}: ${escapeHtml(response.description)}</p>${drawBody('Reply', response)}`
}
