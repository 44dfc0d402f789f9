import { prepareAssigner } from '../../core/causes/assign-cause.ts'
import { defaultGrain, discoverCauses } from '../../core/causes/discover-causes.ts'
import { readSignals } from '../../core/signals/read-signals.ts'
import { languageOf } from '../../core/text/language.ts'
import { maskText } from '../../core/text/mask.ts'
import { tokenise } from '../../core/text/tokenise.ts'
import { embedText, type WordTable } from '../../core/text/word-table.ts'
import { readBanking, readStar } from './data.ts'
import { printTable } from './table.ts'

const lengths = [40, 400, 4000] as const
const textsOfLength = 1500
const leastSeconds = 1

/** Texts a second of processor time, by length of text: real messages joined and cut to size. */
export function measureSpeed(folder: string, table: WordTable): void {
  const said = readStar(folder, 'User').join(' ')
  const told = readStar(folder, 'Wizard').join(' ')
  const banking = readBanking(folder, 'test').map(({ text }, index) => ({ id: String(index), text }))
  const assign = prepareAssigner(discoverCauses(banking, table, { grain: defaultGrain }), table)
  const tasks: readonly (readonly [string, string, (text: string) => unknown])[] = [
    ['tokens', said, tokenise],
    ['signals of the customer', said, (text) => readSignals(text, 'customer')],
    ['signals of the company', told, (text) => readSignals(text, 'company')],
    ['meaning', said, (text) => embedText(table, text)],
    ['cause, with meaning', said, assign],
    ['language', said, languageOf],
    ['masking', said, maskText],
  ]
  printTable(
    'Speed: texts a second of processor time, one core',
    ['task', ...lengths.map((length) => `${length} characters`)],
    tasks.map(([name, source, task]) => [
      name,
      ...lengths.map((length) => speedOf(task, cutTo(source, length))),
    ]),
  )
}

function cutTo(source: string, length: number): readonly string[] {
  const count = Math.min(textsOfLength, Math.floor(source.length / length))
  return Array.from({ length: count }, (_, index) => source.slice(index * length, (index + 1) * length))
}

function speedOf(task: (text: string) => unknown, texts: readonly string[]): number {
  for (const text of texts) task(text)
  const start = process.cpuUsage()
  let done = 0
  let seconds = 0
  while (seconds < leastSeconds) {
    for (const text of texts) task(text)
    done += texts.length
    const { user, system } = process.cpuUsage(start)
    seconds = (user + system) / 1e6
  }
  return Math.round(done / seconds)
}
