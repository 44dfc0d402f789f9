import { readFileSync } from 'node:fs'
import { prepareAssigner } from '../../core/causes/assign-cause.ts'
import { defaultGrain, discoverCauses } from '../../core/causes/discover-causes.ts'
import { loadWords } from '../../server/words.ts'

/** Run alone: finds the causes of the texts in a file, places them all, and prints how long it took and how much memory. */
const [path = ''] = process.argv.slice(2)
const words = await loadWords()
const texts = readFileSync(path, 'utf8')
  .trimEnd()
  .split('\n')
  .map((text, index) => ({ id: String(index), text }))
const start = process.cpuUsage()
const model = discoverCauses(texts, words, { grain: defaultGrain })
const found = process.cpuUsage(start)
const assign = prepareAssigner(model, words)
let assigned = 0
for (const { text } of texts) if (assign(text) !== null) assigned++
const all = process.cpuUsage(start)
const secondsOf = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1e6
console.log(
  JSON.stringify({
    discoverySeconds: secondsOf(found),
    allSeconds: secondsOf(all),
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    groups: model.causes.length,
    assigned,
  }),
)
