import type { InteractionJson } from '../../contract/screens.ts'
import { toIso } from '../../core/base/time.ts'
import type { Interaction } from '../../core/interactions/interaction.ts'
import { maskName } from '../../core/interactions/mask.ts'
import { saySignal } from '../../core/signals/say-signal.ts'
import type { Signal } from '../../core/signals/signal.ts'
import { maskAround } from './mask-around.ts'

/** An interaction as a screen may show it: names, addresses and numbers of people masked, marks on the masked text. */
export function toInteractionJson(
  interaction: Interaction,
  signals: readonly Signal[],
  opensContact: boolean,
): InteractionJson {
  const { id, at, kind, from, channel, team, agent, caseId, text, category, rating, source } = interaction
  const masked = maskAround(text ?? '', signals)
  return {
    id,
    at: at === null ? null : toIso(at),
    kind,
    from,
    channel,
    team,
    agent: agent === null ? null : maskName(agent),
    case: caseId,
    text: text === null ? null : masked.text,
    category,
    rating,
    durationSeconds: interaction.durationSeconds,
    attributes: interaction.attributes,
    source,
    opensContact,
    signals: masked.spans.map((signal) => ({ ...signal, label: saySignal(signal.kind) })),
  }
}
