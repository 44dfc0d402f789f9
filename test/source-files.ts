import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export type SourceFile = { readonly file: string; readonly folder: string; readonly lines: readonly string[] }

const project = path.dirname(import.meta.dirname)
const layers = [
  'core',
  'contract',
  'store',
  'sources',
  'server',
  'cli',
  'web',
  'demo',
  'measure',
  'models',
  'scripts',
  'test',
]
const generated = ['store/schema.ts', 'web/operations.ts']

/** Every hand-written source file, with its path from the project's folder. */
export function listSourceFiles(): SourceFile[] {
  return layers.flatMap((layer) => {
    const entries = readdirSync(path.join(project, layer), { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    return files
      .map((entry) => path.relative(project, path.join(entry.parentPath, entry.name)))
      .filter((file) => !generated.includes(file))
      .map((file) => ({ file, folder: path.dirname(file), lines: readLines(file) }))
  })
}

export function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file)
}

function readLines(file: string): string[] {
  return readFileSync(path.join(project, file), 'utf8').trimEnd().split('\n')
}
