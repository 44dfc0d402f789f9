import { prepareAssigner } from '../../core/causes/assign-cause.ts'
import { defaultGrain, discoverCauses } from '../../core/causes/discover-causes.ts'
import { readSignals } from '../../core/signals/read-signals.ts'
import { embedText } from '../../core/text/word-table.ts'
import { loadWords } from '../../server/words.ts'
import { readBanking, readStar } from '../ear/data.ts'

/** Run alone or beside itself: prints texts a processor second, for each task and length. */
export const lengths = [40, 400, 4000] as const
const textsOfLength = 1000
const leastSeconds = 1.5

const [folder = ''] = process.argv.slice(2)
if (import.meta.main) {
  const words = await loadWords()
  const banking = readBanking(folder, 'test').map(({ text }, index) => ({ id: String(index), text }))
  const assign = prepareAssigner(discoverCauses(banking, words, { grain: defaultGrain }), words)
  const said = readStar(folder, 'User').join(' ')
  const told = readStar(folder, 'Wizard').join(' ')
  const tasks: readonly (readonly [string, string, (text: string) => unknown])[] = [
    ['signals of the customer', said, (text) => readSignals(text, 'customer')],
    ['signals of the company', told, (text) => readSignals(text, 'company')],
    ['table (meaning)', said, (text) => embedText(words, text)],
    ['assignment, with meaning', said, (text) => assign(text)],
  ]
  const speeds = tasks.map(([task, source, run]) => [
    task,
    ...lengths.map((length) => speedOf(run, cutTo(source, length))),
  ])
  console.log(JSON.stringify(speeds))
}

function cutTo(source: string, length: number): readonly string[] {
  const count = Math.min(textsOfLength, Math.floor(source.length / length))
  return Array.from({ length: count }, (_, index) => source.slice(index * length, (index + 1) * length))
}

/** By processor time, so that what else runs on the machine counts little. */
function speedOf(run: (text: string) => unknown, texts: readonly string[]): number {
  for (const text of texts) run(text)
  const start = process.cpuUsage()
  let done = 0
  while (secondsSince(start) < leastSeconds) {
    for (const text of texts) run(text)
    done += texts.length
  }
  return Math.round(done / secondsSince(start))
}

function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}
