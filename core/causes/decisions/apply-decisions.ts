import type { CauseId } from '../../base/ids.ts'
import type { CauseLabel, CauseModel, DiscoveredCause, Theme } from '../cause-model.ts'
import { normalForm } from '../discovery/distinct-texts.ts'
import type { CauseDecision } from './cause-decision.ts'

/**
 * The model as people want it: causes renamed, merged and split, texts placed as labels that similar ones follow.
 * Assumes decisions in the order in which they were made; a later one on the same thing wins. One about a cause that the
 * model does not have changes nothing, and speaks again when the cause comes back.
 * A pure function: the model as it was found stays what the next discovery starts from. Cost: decisions x causes.
 */
export function applyDecisions(model: CauseModel, decisions: readonly CauseDecision[]): CauseModel {
  const decided = decisions.reduce(applyOne, model)
  return { ...decided, causes: withOwnNames(decided.causes, renamedIn(decisions)) }
}

function applyOne(model: CauseModel, decision: CauseDecision): CauseModel {
  switch (decision.kind) {
    case 'renamed':
      return rename(model, decision.cause, decision.name)
    case 'pinned':
      return model
    case 'merged':
      return merge(model, decision.cause, decision.into)
    case 'split':
      return split(model, decision)
    case 'placed':
      return place(model, decision.text, decision.cause)
    default:
      return decision satisfies never
  }
}

function has({ causes }: CauseModel, cause: CauseId): boolean {
  return causes.some(({ id }) => id === cause)
}

function rename(model: CauseModel, cause: CauseId, name: string): CauseModel {
  return { ...model, causes: model.causes.map((known) => (known.id === cause ? { ...known, name } : known)) }
}

function merge(model: CauseModel, cause: CauseId, into: CauseId): CauseModel {
  const gone = model.causes.find(({ id }) => id === cause)
  if (gone === undefined || cause === into || !has(model, into)) return model
  const causes = model.causes
    .filter(({ id }) => id !== cause)
    .map((known) => (known.id === into ? { ...known, texts: known.texts + gone.texts } : known))
  const follow = <C extends CauseId | null>(owner: C) => (owner === cause ? into : owner)
  return {
    ...model,
    causes,
    themes: withoutCause(model.themes, cause),
    owners: model.owners.map(follow),
    labels: model.labels.map((label) => ({ ...label, cause: follow(label.cause) })),
  }
}

function withoutCause(themes: readonly Theme[], cause: CauseId): readonly Theme[] {
  return themes
    .map((theme) => ({ ...theme, causes: theme.causes.filter((id) => id !== cause) }))
    .filter(({ causes }) => causes.length > 0)
}

function split(
  model: CauseModel,
  { cause, part, name, texts }: Extract<CauseDecision, { kind: 'split' }>,
): CauseModel {
  const whole = model.causes.find(({ id }) => id === cause)
  if (whole === undefined || has(model, part)) return model
  const added: DiscoveredCause = { ...whole, id: part, name, words: [], texts: texts.length, examples: [] }
  return {
    ...model,
    causes: [...model.causes, added],
    themes: model.themes.map((theme) =>
      theme.id === whole.theme ? { ...theme, causes: [...theme.causes, part] } : theme,
    ),
    labels: [...withoutTexts(model.labels, texts), { cause: part, texts }],
  }
}

function place(model: CauseModel, text: string, cause: CauseId | null): CauseModel {
  if (cause !== null && !has(model, cause)) return model
  return { ...model, labels: [...withoutTexts(model.labels, [text]), { cause, texts: [text] }] }
}

/** The same words can't be a label of two causes: the later decision has them. */
function withoutTexts(labels: readonly CauseLabel[], texts: readonly string[]): readonly CauseLabel[] {
  const forms = new Set(texts.map(normalForm))
  return labels
    .map((label) => ({ ...label, texts: label.texts.filter((text) => !forms.has(normalForm(text))) }))
    .filter((label) => label.texts.length > 0)
}

function renamedIn(decisions: readonly CauseDecision[]): ReadonlySet<CauseId> {
  return new Set(decisions.flatMap((decision) => (decision.kind === 'renamed' ? [decision.cause] : [])))
}

/** Never two causes with one name: who was given it by a person keeps it, then the larger one. */
function withOwnNames(
  causes: readonly DiscoveredCause[],
  renamed: ReadonlySet<CauseId>,
): readonly DiscoveredCause[] {
  const taken = new Set<string>()
  const names = new Map<CauseId, string>()
  const inTurn = [
    ...causes.filter(({ id }) => renamed.has(id)),
    ...causes.filter(({ id }) => !renamed.has(id)),
  ]
  for (const { id, name } of inTurn) {
    let own = name
    for (let number = 2; taken.has(own.toLowerCase()); number++) own = `${name} (${number})`
    taken.add(own.toLowerCase())
    names.set(id, own)
  }
  return causes.map((cause) => ({ ...cause, name: names.get(cause.id) ?? cause.name }))
}
