import { tellingSentences } from '../../core/causes/reason.ts'
import { isExpected, type Lived } from '../../core/desk/compose-understanding.ts'
import type { Interaction } from '../../core/interactions/interaction.ts'
import type { SignalKind } from '../../core/signals/signal.ts'
import { maskText } from '../../core/text/mask.ts'
import { splitSentences } from '../../core/text/sentences.ts'
import type { OpenIssue } from './open-issue.ts'

/** What the record says of an issue, in the customer's own masked words, and which moments say so. */
export function readLived({ stored, lived, reading }: OpenIssue): {
  readonly lived: Lived
  readonly evidence: readonly string[]
} {
  const { interactions, contacts, thread } = lived
  const said = interactions.filter(({ from, text }) => from === 'customer' && text !== null)
  const last = (kind: SignalKind, isMeant: (words: string) => boolean = () => true) =>
    said
      .flatMap((interaction) => {
        const signal = reading.signals.get(interaction.id)?.find((one) => one.kind === kind)
        return signal ? [{ interaction, words: quote(interaction, signal.start, signal.end) }] : []
      })
      .findLast(({ words }) => isMeant(words)) ?? null
  const told = [last('expectation', isExpected), last('desiredExperience'), last('underlyingNeed')] as const
  const first = tellingSentences(said[0]?.text ?? '').next().value
  const came = first === undefined ? null : tidy(first)
  const openers = contacts.map(({ opener }) => String(opener.id))
  return {
    lived: {
      contacts: contacts.length,
      teams: stored.teams.length,
      firstAt: stored.firstAt,
      lastAt: stored.lastAt,
      came: told.some((one) => one?.words === came) ? null : came,
      brokenPromises: thread.promises.filter(({ state }) => state === 'broken').length,
      expected: told[0]?.words ?? null,
      wished: told[1]?.words ?? null,
      need: told[2]?.words ?? null,
    },
    evidence: [
      ...new Set([...openers, ...told.flatMap((one) => (one === null ? [] : [String(one.interaction.id)]))]),
    ],
  }
}

/** The whole sentence that the words stand in, without its stop. */
function quote({ text }: Interaction, start: number, end: number): string {
  const whole = text ?? ''
  const sentence = splitSentences(whole).find((one) => one.start <= start && one.end >= end) ?? { start, end }
  return tidy(whole.slice(sentence.start, sentence.end))
}

function tidy(words: string): string {
  return maskText(words).replace(/[.!?]+$/u, '')
}
