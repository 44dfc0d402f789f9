import type { CorrectionJson } from '../../contract/corrections.ts'
import type { InteractionJson } from '../../contract/screens.ts'
import { toIso } from '../../core/base/time.ts'
import type { Interaction } from '../../core/interactions/interaction.ts'
import type { Correction } from '../../core/signals/corrections/correction.ts'
import { countOptions } from '../../core/signals/count-options.ts'
import { saySignal } from '../../core/signals/say-signal.ts'
import type { Signal } from '../../core/signals/signal.ts'
import type { Span } from '../../core/text/sentences.ts'
import { maskAround } from './mask-around.ts'
import type { Sight } from './sight.ts'

type Read = {
  /** What it shows, with what people said of it. */
  readonly signals: readonly Signal[]
  /** What people said and still hold, oldest first. */
  readonly corrections: readonly Correction[]
  readonly opensContact: boolean
}

/** An interaction as a screen may show it to whoever looks, with the marks on the text as it is shown. */
export function toInteractionJson(
  interaction: Interaction,
  { signals, corrections, opensContact }: Read,
  sight: Sight,
): InteractionJson {
  const { id, at, kind, from, channel, team, agent, caseId, text, category, rating, source } = interaction
  const judged = corrections.flatMap(({ span }) => span ?? [])
  const options = countOptions(text ?? '', signals)
  const labelOf = ({ kind }: Signal) =>
    kind === 'optionOffered' && options > 1 ? `offers ${options} options` : saySignal(kind)
  const shown = maskAround(text ?? '', [...signals, ...judged], sight)
  return {
    id,
    at: at === null ? null : toIso(at),
    kind,
    from,
    channel,
    team,
    agent: agent === null ? null : sight.name(agent),
    case: caseId,
    text: text === null ? null : shown.text,
    category,
    rating,
    durationSeconds: interaction.durationSeconds,
    attributes: interaction.attributes,
    source,
    opensContact,
    corrections: corrections.map((correction) => toCorrectionJson(correction, shown.move)),
    signals: signals.map((signal) => ({
      ...signal,
      ...shown.move(signal),
      place: { start: signal.start, end: signal.end },
      label: labelOf(signal),
    })),
  }
}

function toCorrectionJson(
  { id, kind, span, verdict, instead, reviewer, at }: Correction,
  move: (span: Span) => Span,
): CorrectionJson {
  const { start, end } = span === null ? { start: null, end: null } : move(span)
  const label = kind === null ? null : saySignal(kind)
  return { id, kind, label, start, end, place: span, verdict, instead, reviewer, at: toIso(at) }
}
