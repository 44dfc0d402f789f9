import { describeApi } from './describe-api.ts'

/** What the web app's client needs of the API document: method and address of every operation, as a file of ours. */
export function toOperations(): string {
  const lines = Object.entries(describeApi().paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      'operationId' in operation ? [`  ${operation.operationId}: '${method.toUpperCase()} ${path}',`] : [],
    ),
  )
  return `// Written by server/api/write-operations.ts from the API document; do not edit.\n\nexport const operations = {\n${lines.join('\n')}\n} as const\n`
}
