import { spawnSync } from 'node:child_process'
import { z } from 'zod'
import type { Tone } from './emotions.ts'

const program = `
import json, sys
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
analyzer = SentimentIntensityAnalyzer()
print(json.dumps([analyzer.polarity_scores(text)["compound"] for text in json.load(sys.stdin)]))
`

/** VADER's own thresholds (Hutto & Gilbert 2014). */
const least = 0.05

/** What VADER reads in texts; null where Python (or the one that PYTHON names) does not have it. */
export function toneOfVader(texts: readonly string[]): readonly Tone[] | null {
  const { status, stdout } = spawnSync(process.env.PYTHON ?? 'python3', ['-c', program], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (status !== 0) return null
  return z
    .array(z.number())
    .parse(JSON.parse(stdout))
    .map((compound) => (compound >= least ? 'eased' : compound <= -least ? 'strained' : 'neither'))
}
