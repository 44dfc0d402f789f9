import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Failure } from '../../contract/failures.ts'
import { mappingSchema } from '../../contract/mapping.ts'
import { ownWorkspace } from '../../contract/own-workspace.ts'
import { grainSchema } from '../../contract/screens.ts'
import { sayMisfit } from '../../core/base/say-misfit.ts'
import { type Mapping, onlySheet } from '../../core/interactions/mapping.ts'
import { enterOrAdd } from '../../server/gate.ts'
import { beginImport } from '../../server/imports/begin-import.ts'
import { runImport } from '../../server/imports/run-import.ts'
import { chooseGrain } from '../../server/readings/learn.ts'
import { buildReport } from '../../server/reports/build-report.ts'
import { openService, type Service } from '../../server/service.ts'
import { guessFile } from '../../sources/guess-file.ts'
import { sayGuess } from '../../sources/say-guess.ts'
import { fileOnDisk, type SourceFile, standardInput } from '../../sources/source-file.ts'
import { parseArguments, storeOptions } from '../arguments.ts'
import type { ExitCode } from '../main.ts'
import { sayImport } from '../say-import.ts'
import { sayReport } from '../say-report.ts'
import { endProgress, explain, print, showProgress } from '../terminal.ts'

type InputFile = SourceFile & { readonly path: string }

const options = {
  ...storeOptions,
  map: { type: 'string' },
  sheet: { type: 'string' },
  explain: { type: 'boolean' },
  grain: { type: 'string' },
  json: { type: 'boolean' },
} as const

export async function runRead(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArguments('read', args, options)
  if (positionals.length === 0) {
    throw new Failure('badInput', 'No file was named.', 'Name one or more files: outside-in read tickets.csv')
  }
  const mapping = onSheet(values.map === undefined ? null : await readMapping(values.map), values.sheet)
  const grain = values.grain === undefined ? null : parseGrain(values.grain)
  return withInput(positionals, async (files) => {
    if (values.explain) return explainFiles(files, mapping, values.json ?? false)
    const service = await openService({ data: values.data, log: 'warn' }, process.env)
    try {
      return await readAndReport(service, files, mapping, {
        workspace: values.workspace ?? ownWorkspace,
        grain,
        isJson: values.json ?? false,
      })
    } finally {
      await service.store.close()
    }
  })
}

async function readAndReport(
  service: Service,
  files: readonly InputFile[],
  mapping: Mapping | null,
  { workspace, grain, isJson }: { workspace: string; grain: number | null; isJson: boolean },
): Promise<ExitCode> {
  const scope = await enterOrAdd(service, workspace)
  if (grain !== null) await chooseGrain(service.store, scope, grain)
  const begun = await beginImport(service, scope, { files, mapping })
  const startedAt = service.now()
  const done = await runImport(service, scope, begun, (current) =>
    showProgress(sayImport(current, service.now() - startedAt)),
  ).finally(endProgress)
  const report = await buildReport(service, scope, [done.id])
  await print(isJson ? `${JSON.stringify(report, null, 2)}\n` : sayReport(report, workspace))
  const setAside = done.files.reduce((sum, file) => sum + file.setAside, 0)
  if (setAside > 0 && !isJson) {
    explain(
      `${setAside} rows were set aside.`,
      `See them with: outside-in export set-aside --workspace ${workspace}`,
    )
  }
  return setAside > 0 ? 3 : 0
}

function parseGrain(text: string): number {
  const parsed = grainSchema.safeParse(Number(text))
  if (parsed.success) return parsed.data
  throw new Failure(
    'badInput',
    `${text} is no grain of causes.`,
    'Give a number from 0.1 to 10: below 1 for fewer and larger causes, above 1 for more and smaller ones.',
  )
}

async function explainFiles(
  files: readonly InputFile[],
  mapping: Mapping | null,
  isJson: boolean,
): Promise<ExitCode> {
  for (const file of files) {
    const guess = await guessFile(file, mapping ?? undefined)
    await print(isJson ? `${JSON.stringify(guess.mapping, null, 2)}\n` : sayGuess(guess))
  }
  return 0
}

/** A sheet named on the command line goes before the one in the mapping. */
function onSheet(mapping: Mapping | null, sheet: string | undefined): Mapping | null {
  if (sheet === undefined) return mapping
  return mapping === null ? onlySheet(sheet) : { ...mapping, sheet }
}

async function readMapping(path: string): Promise<Mapping> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Failure('badInput', `The mapping file ${path} can’t be opened.`, 'Check its path.')
  })
  const parsed = mappingSchema.safeParse(parseJson(text, path))
  if (parsed.success) return parsed.data
  throw new Failure(
    'badInput',
    `The mapping file ${path} can’t be used. ${sayMisfit(parsed.error.issues[0])}`,
    'See docs/mapping.md for what it holds.',
  )
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Failure(
      'badInput',
      `The mapping file ${path} is not JSON: ${error instanceof Error ? error.message : error}.`,
    )
  }
}

/** Gives the named files; `-` is standard input, kept in a folder of its own while it is needed. */
async function withInput(
  names: readonly string[],
  work: (files: readonly InputFile[]) => Promise<ExitCode>,
): Promise<ExitCode> {
  const folder = names.includes('-') ? await mkdtemp(join(tmpdir(), 'outside-in-')) : null
  try {
    const files: InputFile[] = []
    for (const name of names) {
      const path = folder !== null && name === '-' ? join(folder, 'input') : resolve(name)
      const source = name === '-' ? await standardInput(process.stdin, path) : fileOnDisk(path)
      files.push({ ...source, path })
    }
    return await work(files)
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true })
  }
}
