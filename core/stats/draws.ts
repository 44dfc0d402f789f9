import type { Random } from './random.ts'

/** Draws from the standard normal distribution by Marsaglia's polar method; the second of each pair is kept. */
export function normalDraws(random: Random): () => number {
  let kept: number | null = null
  return () => {
    if (kept !== null) {
      const value = kept
      kept = null
      return value
    }
    for (;;) {
      const x = 2 * random() - 1
      const y = 2 * random() - 1
      const square = x * x + y * y
      if (square >= 1 || square === 0) continue
      const scale = Math.sqrt((-2 * Math.log(square)) / square)
      kept = y * scale
      return x * scale
    }
  }
}

/**
 * One draw from the gamma distribution with this shape and scale 1.
 * Source: Marsaglia and Tsang (2000), ACM TOMS 26(3), 363-372; below shape 1 by their power of a uniform.
 */
export function drawGamma(shape: number, random: Random, normal: () => number): number {
  if (shape < 1) return drawGamma(shape + 1, random, normal) * (1 - random()) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal()
    const v = (1 + c * x) ** 3
    if (v <= 0) continue
    if (Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/**
 * One draw from the Poisson distribution: by counting down the distribution for small means, else by Hörmann's
 * transformed rejection (PTRS). Source: Hörmann (1993), Insurance: Mathematics and Economics 12, 39-45.
 */
export function drawPoisson(mean: number, random: Random): number {
  return mean < 10 ? countDown(mean, random) : rejectTransformed(mean, random)
}

function countDown(mean: number, random: Random): number {
  let count = 0
  let probability = Math.exp(-mean)
  for (let left = random() - probability; left > 0 && count < 1000; left -= probability) {
    count += 1
    probability *= mean / count
  }
  return count
}

function rejectTransformed(mean: number, random: Random): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean)
  const a = -0.059 + 0.02483 * b
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
  for (;;) {
    const u = random() - 0.5
    const v = 1 - random()
    const half = 0.5 - Math.abs(u)
    const count = Math.floor(((2 * a) / half + b) * u + mean + 0.43)
    if (half >= 0.07 && v <= 0.9277 - 3.6224 / (b - 2)) return count
    if (count < 0 || (half < 0.013 && v > half)) continue
    const logRatio = Math.log((v * inverseAlpha) / (a / (half * half) + b))
    if (logRatio <= count * Math.log(mean) - mean - logFactorial(count)) return count
  }
}

/** By Stirling's series, exact to 1e-10 from 10 on; below by multiplying. */
function logFactorial(count: number): number {
  if (count < 10) {
    let product = 1
    for (let factor = 2; factor <= count; factor += 1) product *= factor
    return Math.log(product)
  }
  const x = count + 1
  const series = 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5)
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series
}
