import { resolve } from 'node:path'
import { Failure } from '../../contract/failures.ts'
import { judgeSeries } from '../../core/changes/proof/judge-series.ts'
import { defaultProof, type Good, type ProofSettings } from '../../core/changes/proof/verdict.ts'
import { readSeries } from '../../sources/series/read-series.ts'
import { fileOnDisk } from '../../sources/source-file.ts'
import { parseArguments, storeOptions } from '../arguments.ts'
import { toJudgementJson } from '../judgement-json.ts'
import type { ExitCode } from '../main.ts'
import { sayJudgement } from '../say-judgement.ts'
import { print } from '../terminal.ts'
import { verdictOfChange } from './verdict-of-change.ts'

const options = {
  ...storeOptions,
  series: { type: 'string' },
  at: { type: 'string' },
  time: { type: 'string' },
  outcome: { type: 'string' },
  controls: { type: 'string' },
  good: { type: 'string' },
  material: { type: 'string' },
  planned: { type: 'boolean' },
  json: { type: 'boolean' },
} as const

/** Judges a series from a file, which needs no store, or a change by its number or name. */
export async function runVerdict(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArguments('verdict', args, options)
  const [change] = positionals
  if (values.series === undefined && change !== undefined && positionals.length === 1) {
    const { data, workspace, json = false } = values
    return verdictOfChange({ change, data, workspace, json })
  }
  if (values.series === undefined || positionals.length > 0) {
    throw new Failure(
      'badInput',
      'Say which change or which series to judge.',
      'outside-in verdict CHANGE, or outside-in verdict --series FILE.csv --at 2026-03-09',
    )
  }
  if (values.at === undefined) {
    throw new Failure(
      'badInput',
      'Say when the change came into force.',
      'Add --at with a date, such as --at 2026-03-09.',
    )
  }
  const settings: ProofSettings = {
    ...defaultProof,
    good: parseGood(values.good ?? 'up'),
    materialShare: parseMaterial(values.material ?? '2'),
    look: values.planned ? 'planned' : 'any',
  }
  const { series, remarks } = await readSeries(fileOnDisk(resolve(values.series)), {
    at: values.at,
    time: values.time ?? null,
    outcome: values.outcome ?? null,
    controls: values.controls === undefined ? null : listNames(values.controls),
  })
  const { judgement } = judgeSeries(series, settings, { otherChanges: null, mix: null })
  await print(
    values.json
      ? `${JSON.stringify(toJudgementJson(judgement, remarks), null, 2)}\n`
      : sayJudgement(judgement, remarks),
  )
  return 0
}

function listNames(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'none')
}

function parseGood(text: string): Good {
  if (text === 'up' || text === 'down') return text
  throw new Failure(
    'badInput',
    `“${text}” is no direction.`,
    'Say --good up where more is better, --good down where less is.',
  )
}

function parseMaterial(text: string): number {
  const percent = Number(text.replace('%', '').trim())
  if (text.trim() !== '' && percent >= 0 && percent <= 50) return percent / 100
  throw new Failure(
    'badInput',
    `“${text}” is no share that could be immaterial.`,
    'Give percent from 0 to 50: --material 2.',
  )
}
