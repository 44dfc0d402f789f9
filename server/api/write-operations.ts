import { writeFileSync } from 'node:fs'
import { toOperations } from './to-operations.ts'

/** Run after a new route: node server/api/write-operations.ts */
writeFileSync(new URL('../../web/operations.ts', import.meta.url), toOperations())
