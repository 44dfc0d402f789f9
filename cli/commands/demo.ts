import { Failure } from '../../contract/failures.ts'
import { defaultStory } from '../../demo/walk.ts'
import { writeExport } from '../../demo/write-export.ts'
import { parseOptions } from '../arguments.ts'
import type { ExitCode } from '../main.ts'

const options = {
  interactions: { type: 'string' },
  seed: { type: 'string' },
  out: { type: 'string' },
} as const

const most = 10_000_000

export async function runDemo(args: readonly string[]): Promise<ExitCode> {
  const values = parseOptions('demo', args, options)
  const settings = {
    ...defaultStory,
    ...(values.interactions === undefined
      ? {}
      : { interactions: wholeNumber('interactions', values.interactions, most) }),
    ...(values.seed === undefined ? {} : { seed: wholeNumber('seed', values.seed, 2 ** 31) }),
  }
  const { out } = values
  const isJsonl = out !== undefined && /\.jsonl(\.gz)?$/.test(out)
  await writeExport(settings, out ?? process.stdout, isJsonl ? 'jsonl' : 'csv')
  return 0
}

function wholeNumber(name: string, text: string, limit: number): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= 1 && value <= limit) return value
  throw new Failure('badInput', `--${name} ${text} is not a whole number from 1 to ${limit}.`)
}
