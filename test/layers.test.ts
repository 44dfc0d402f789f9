import path from 'node:path'
import { expect, test } from 'vitest'
import { isTest, listSourceFiles, type SourceFile } from './source-files.ts'

/** Who may import whom; every layer may import itself. Layers that are not named here may import all. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  contract: ['core'],
  sources: ['core'],
  demo: ['core'],
  models: ['core'],
  store: ['core'],
  server: ['core', 'contract', 'sources', 'demo', 'store'],
  cli: ['core', 'contract', 'sources', 'demo', 'server'],
  web: ['core', 'contract'],
}

/** The order of the domain's story is the order of imports inside core: a folder may import those before it. */
const story =
  'base stats text interactions signals issues causes moments cost journeys changes guidelines desk voice audits culture'.split(
    ' ',
  )

/** A result must not depend on when, where or by whom it is computed. */
const bannedInCore = [
  /\bDate\.now\b/,
  /\bnew Date\(\)/,
  /\bMath\.random\b/,
  /\b(fetch|process|console|globalThis)\b\s*[.(]/,
  /\.toLocale|\.localeCompare/,
  /from 'node:|import\('node:/,
]

const files = listSourceFiles().filter(({ file }) => !isTest(file))

test('each layer imports only those below it', () => {
  expect(files.flatMap((source) => offences(source, refusesLayer))).toEqual([])
})

test('inside core, a folder imports only those before it in the story', () => {
  expect(files.flatMap((source) => offences(source, refusesOrder))).toEqual([])
})

test('core reads no clock, no chance, no environment and no locale', () => {
  const core = files.filter(({ file }) => file.startsWith('core/'))
  const isComment = /^\s*(\/?\*|\/\/)/
  const found = core.flatMap(({ file, lines }) =>
    lines.flatMap((line, index) =>
      !isComment.test(line) && bannedInCore.some((banned) => banned.test(line))
        ? [at(file, index, line)]
        : [],
    ),
  )
  expect(found).toEqual([])
})

function offences(
  { file, folder, lines }: SourceFile,
  refuses: (from: string, to: string) => boolean,
): string[] {
  return lines.flatMap((line, index) => {
    const target = /(?:from |import\(|import )'(\.[^']+)'/.exec(line)?.[1]
    return target !== undefined && refuses(file, path.join(folder, target)) ? [at(file, index, line)] : []
  })
}

function refusesLayer(from: string, to: string): boolean {
  const [own = '', other = ''] = [from, to].map((file) => file.split('/')[0] ?? '')
  return own !== other && mayImport[own] !== undefined && !mayImport[own].includes(other)
}

function refusesOrder(from: string, to: string): boolean {
  if (!from.startsWith('core/') || !to.startsWith('core/')) return false
  const [own, other] = [from, to].map((file) => story.indexOf(file.split('/')[1] ?? ''))
  return own !== undefined && other !== undefined && own >= 0 && (other < 0 || other > own)
}

function at(file: string, index: number, line: string): string {
  return `${file}:${index + 1}: ${line.trim()}`
}
