import { type SignalKind, signalKinds } from '../core/signals/signal.ts'
import { defaultStory } from '../demo/walk.ts'
import { loadWords } from '../server/words.ts'
import { measureFuzz } from './access/fuzz.ts'
import { measureWall } from './access/wall.ts'
import { measureChanges } from './changes.ts'
import { measureCost } from './cost.ts'
import { scoreDemo } from './demo-truth.ts'
import { measureDeskGrowth } from './desk/desk-growth.ts'
import { measureDesk } from './desk.ts'
import { measureCausesOf } from './ear/causes.ts'
import { measureEar } from './ear.ts'
import { measureEarSpeed } from './ear-speed/measure-ear-speed.ts'
import { measureGrowth } from './growth.ts'
import { measureLearning } from './learn.ts'
import type { PlantedSignals } from './planted-signals.ts'
import { measureProof } from './proof.ts'

/**
 * Prints how well the readings hold against known truth. `npm run measure -- demo [SEED…]` for the invented company,
 * `growth [SEED…]` for how its causes hold while facts come in,
 * `npm run measure -- changes [SEED…]` for the verdicts on its
 * two changes, `npm run measure -- ear DIR` for labelled public data in that folder, `causes FILE…` for labelled texts of your own, `learn DIR` for what its labels teach, `npm run measure -- proof` for verdicts on
 * simulated series.
 */
async function measureDemo(seeds: readonly number[]): Promise<void> {
  const words = await loadWords()
  const planted: [SignalKind, PlantedSignals][] = []
  console.log(
    '| seed | contacts | causes found / planted | NMI | ARI | ARI, first contacts | no cause | linking precision | recall | pairs nobody could know | hand-offs read / true | promises read / made | their state read / right / wrong |',
  )
  console.log('|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|')
  for (const seed of seeds) {
    const scores = await scoreDemo({ ...defaultStory, seed }, words)
    const { contacts, causes, causesOfFirsts, linking, unassigned, handOffs, promises } = scores
    planted.push(...scores.signals)
    const figures = [causes.nmi, causes.ari, causesOfFirsts.ari].map((value) => value.toFixed(3))
    const linked = [linking.precision, linking.recall].map((value) => value.toFixed(3))
    console.log(
      `| ${seed} | ${contacts} | ${causes.found} / ${causes.planted} | ${figures.join(' | ')} | ${(unassigned * 100).toFixed(1)} % ` +
        `| ${linked.join(' | ')} | ${(linking.unknowable * 100).toFixed(1)} % | ${handOffs.found} / ${handOffs.planted} | ${promises.read} / ${promises.made} ` +
        `| ${promises.judged} / ${promises.right} / ${promises.judged - promises.right} |`,
    )
  }
  sayPlanted(planted)
}

/** Of the signals that words were chosen to carry, how many are read: all seeds together. */
function sayPlanted(counts: readonly (readonly [SignalKind, PlantedSignals])[]): void {
  console.log('\n| signal planted | messages | read by cues alone | read |')
  console.log('|---|---:|---:|---:|')
  for (const kind of signalKinds) {
    const own = counts.flatMap(([one, count]) => (one === kind ? [count] : []))
    const sumOf = (key: keyof PlantedSignals) => own.reduce((sum, count) => sum + count[key], 0)
    const [messages, cued, read] = [sumOf('planted'), sumOf('cued'), sumOf('read')]
    if (messages === 0) continue
    const share = (count: number) => `${((count / messages) * 100).toFixed(0)} %`
    console.log(`| ${kind} | ${messages} | ${share(cued)} | ${share(read)} |`)
  }
}

const [what, ...args] = process.argv.slice(2)
if (what === 'demo') await measureDemo(args.length > 0 ? args.map(Number) : [1, 2, 3, 7])
else if (what === 'changes') await measureChanges(args.length > 0 ? args.map(Number) : [1, 2, 3, 4, 5, 7])
else if (what === 'ear' && args[0]) measureEar(args[0])
else if (what === 'causes' && args.length > 0) measureCausesOf(args, await loadWords())
else if (what === 'ear-speed' && args[0]) await measureEarSpeed(args[0], args[1] ?? null)
else if (what === 'growth') await measureGrowth(args.length > 0 ? args.map(Number) : [1, 2, 3, 7])
else if (what === 'learn' && args[0]) measureLearning(args[0])
else if (what === 'desk') await measureDesk(Number(args[0] ?? 10_000), Number(args[1] ?? 100_000))
else if (what === 'desk-growth')
  await measureDeskGrowth(args.length > 0 ? args.map(Number) : [12_000, 100_000])
else if (what === 'cost') await measureCost(args[0])
else if (what === 'proof') measureProof(args)
else if (what === 'wall') await measureWall()
else if (what === 'fuzz') await measureFuzz(Number(args[0] ?? 100_000))
else {
  console.error(
    'Say what to measure: demo [SEED…], changes [SEED…], growth [SEED…], ear DIR, causes FILE…, ear-speed DIR [PYTHON], learn DIR, cost [DIR], desk [GRANTS] [CASES], desk-growth [SIZE…], wall, fuzz [REQUESTS], or proof [SERIES] [SEED] [once|year].',
  )
  process.exitCode = 2
}
