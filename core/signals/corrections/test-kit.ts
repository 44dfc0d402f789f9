import { interactionId } from '../../base/ids.ts'
import { type Correction, statedStrength } from './correction.ts'

/** A correction in which only what matters is given. */
export function aCorrection(given: Partial<Correction> = {}): Correction {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    interaction: interactionId('1'.padStart(32, '0')),
    kind: 'anger',
    span: null,
    verdict: 'right',
    instead: null,
    strength: statedStrength,
    method: 'cues-1',
    chosen: 'met',
    reviewer: 'Ann',
    at: 0,
    ...given,
  }
}
