import type { Person } from '../../core/cost/leaving/compare-leaving.ts'
import { randomFrom } from '../../core/stats/random.ts'

export type Confounding = {
  readonly people: number
  readonly seed: number
  /** How much more likely the cause makes leaving, added to the share. */
  readonly effect: number
  /** 0: who has the cause has it by chance; 1: strongly by plan and tenure; 9: nobody without the cause is like them. */
  readonly selection: number
}

/**
 * Invented customers whose leaving is known with and without the cause: monthly plans and newcomers leave more, and have the
 * cause more often, so that those with it would leave more even without. `truth` is the difference for those who have it.
 */
export function inventConfounded({ people, seed, effect, selection }: Confounding): {
  readonly people: readonly Person[]
  readonly truth: number
} {
  const random = randomFrom(seed, people)
  const invented = Array.from({ length: people }, () => {
    const isMonthly = random() < 0.45
    const months = Math.floor(72 * random() ** 1.5)
    const region = ['North', 'South', 'East'][Math.floor(random() * 3)] ?? 'North'
    const lean = (isMonthly ? 1 : -1) + (24 - months) / 24
    const hasCause = random() < 1 / (1 + Math.exp(1.4 - selection * lean * 0.8))
    const chance = Math.min(0.9, 0.04 + (isMonthly ? 0.14 : 0) + 0.12 * Math.exp(-months / 18))
    const raised = Math.min(1, chance + effect)
    const left = random() < (hasCause ? raised : chance)
    const traits = { plan: isMonthly ? 'monthly' : 'yearly', months: String(months), region }
    return { person: { hasCause, left, traits }, gain: raised - chance }
  })
  const affected = invented.filter(({ person }) => person.hasCause)
  return {
    people: invented.map(({ person }) => person),
    truth: affected.reduce((sum, { gain }) => sum + gain, 0) / Math.max(1, affected.length),
  }
}
