import { readFileSync } from 'node:fs'
import type { Side } from '../../core/interactions/interaction.ts'
import { type SignalKind, signalKinds } from '../../core/signals/signal.ts'

/** A message made up to show how people say things, with the kinds that it shows. */
export type Said = { readonly text: string; readonly shown: ReadonlySet<SignalKind> }

/** The messages of a side in a file of this folder, by what comes before the side in its name. */
export function readSaid(
  side: Side,
  set: '' | 'dialogues-' | 'held-back-' | 'held-back-dialogues-',
): readonly Said[] {
  return readFileSync(new URL(`${set}${side}.tsv`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [text = '', kinds = ''] = line.split('\t')
      const named = kinds.split(' ')
      return { text, shown: new Set(signalKinds.filter((kind) => named.includes(kind))) }
    })
}
