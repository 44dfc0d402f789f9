import { once } from '../base/once.ts'
import type { Side } from '../interactions/interaction.ts'
import { readingPart } from '../text/clean.ts'
import type { Span } from '../text/sentences.ts'
import type { Cue } from './cues/cue.ts'
import { easedCues } from './cues/eased-cues.ts'
import { effortCues } from './cues/effort-cues.ts'
import { emotionCues } from './cues/emotion-cues.ts'
import { insideOutCues } from './cues/inside-out-cues.ts'
import { listeningCues } from './cues/listening-cues.ts'
import { serviceCues } from './cues/service-cues.ts'
import { stakesCues } from './cues/stakes-cues.ts'
import { voiceCues } from './cues/voice-cues.ts'
import { prepareGuards } from './guards.ts'
import { compilePhrases } from './phrase-automaton.ts'
import { findPlaceholders } from './placeholders.ts'
import { Heard, prepareSentences } from './said/read-sentences.ts'
import { type Signal, type SignalKind, signalKinds } from './signal.ts'
import { endOf, endOfSentence, startOf } from './symbols.ts'

export const signalMethod = 'signals-9'

const mostOfOneKind = 5

/**
 * Reads what a message shows: of a customer emotions, effort, stakes, expectations and wishes; of the company how it treats
 * the customer. Each signal carries the words that show it, as a span of `text`: a cue's, or the whole sentence where no cue
 * knows its words but all of them together show it.
 * Assumes English; what is quoted, negated or only supposed ("if you had told me you were sorry") is not read, nor
 * quoted replies and signatures. At most five signals of a kind, the strongest.
 * Refuses nothing: any string gives a list. Method: docs/method/signals.md. Cost: linear; 26 to 36 µs for 400 characters.
 */
export function readSignals(text: string, from: Side): readonly Signal[] {
  return from === 'customer' ? readers.customer()(text, true) : readCompany(text, true)
}

/** What the cues alone read. */
export function readCues(text: string, from: Side): readonly Signal[] {
  return from === 'customer' ? readers.customer()(text, false) : readCompany(text, false)
}

// Prepared when first needed: most threads and commands read no signals.
const readers = {
  customer: once(() =>
    prepareCues('customer', [...emotionCues, ...easedCues, ...effortCues, ...stakesCues, ...voiceCues]),
  ),
  company: once(() => prepareCues('company', [...listeningCues, ...serviceCues, ...insideOutCues])),
}

function readCompany(text: string, withSentences: boolean): readonly Signal[] {
  const placeholders = findPlaceholders(readingPart(text))
  const cued = readers.company()(text, withSentences)
  if (placeholders.length === 0) return cued
  const found = placeholders.map(
    (span): Signal => ({ kind: 'jargon', ...span, strength: 0.6, method: signalMethod }),
  )
  return keepStrongest([...cued, ...found].sort(byPlace))
}

type Reader = (text: string, withSentences: boolean) => readonly Signal[]

function prepareCues(side: Side, cues: readonly Cue[]): Reader {
  const patterns = cues.flatMap((cue) =>
    cue.phrases
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((phrase) => ({ cue, phrase })),
  )
  const automaton = compilePhrases(patterns.map(({ phrase }) => phrase))
  const { read, cueSymbols, readSentences } = prepareSentences(side, automaton.symbols, signalMethod)
  const guards = prepareGuards()
  return (text, withSentences) => {
    const reading = read(readingPart(text))
    const symbols = cueSymbols(reading)
    const found: Signal[] = []
    const idle: Span[] = []
    const mocking: Span[] = []
    const heard = new Heard()
    let start = 0
    const add = (pattern: number, length: number): void => {
      const cue = patterns[pattern]?.cue
      if (!cue) return
      heard.add(cue, reading.sentences[start] ?? 0)
      if (guards.stop(reading, start, length, cue)) return
      const span = { start: startOf(reading, start), end: endOf(reading, start + length - 1) }
      if (cue.isMocking) mocking.push(span)
      if (cue.kind === null) idle.push(span)
      else {
        const strength = guards.strengthOf(reading, start, length, cue)
        found.push({ kind: cue.kind, ...span, strength, method: signalMethod })
      }
    }
    let sentenceEnd = 0
    for (; start < reading.count; start++) {
      if (start >= sentenceEnd) sentenceEnd = endOfSentence(reading, start)
      if (!automaton.canStart(symbols[start] ?? 0)) continue
      automaton.match(symbols, start, Math.min(sentenceEnd, start + longestPhrase), add)
    }
    const meant = dropMocked(dropIdle(found, idle), mocking)
    const said = withSentences ? readSentences(reading, heard) : []
    return keepStrongest(dropLooseWaysOut([...meant, ...said].sort(byPlace)))
  }
}

/** Thanks and praise that mock are none: “thanks for nothing”. */
function dropMocked(found: readonly Signal[], mocking: readonly Span[]): readonly Signal[] {
  if (mocking.length === 0) return found
  return found.filter(
    ({ kind, start, end }) =>
      !praising.has(kind) || !mocking.some((one) => one.start <= start && end <= one.end),
  )
}

const praising: ReadonlySet<SignalKind> = new Set(['gratitude', 'joy', 'relief'])

/** Both in the order of their starts. */
function dropIdle(found: readonly Signal[], idle: readonly Span[]): readonly Signal[] {
  if (idle.length === 0) return found
  const apart = joinSpans(idle)
  let next = 0
  return found.filter(({ start, end }) => {
    while ((apart[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++
    return end <= (apart[next]?.start ?? end)
  })
}

/** Spans that overlap as one; in the order of their starts. */
function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last && span.start < last.end)
      joined[joined.length - 1] = { ...last, end: Math.max(last.end, span.end) }
    else joined.push(span)
  }
  return joined
}

/** A way out is one only where the message refuses something; a sentence that opens one more surely than it refuses does neither. */
function dropLooseWaysOut(found: readonly Signal[]): readonly Signal[] {
  const waysOut = found.filter(({ kind }) => kind === 'wayOut')
  if (waysOut.length === 0) return found
  const kept = found.filter(
    ({ kind, start, end, strength }) =>
      kind !== 'refusal' ||
      !waysOut.some((way) => way.start === start && way.end === end && way.strength > strength),
  )
  return kept.some(({ kind }) => kind === 'refusal') ? kept : kept.filter(({ kind }) => kind !== 'wayOut')
}

const longestPhrase = 24

/** One signal for overlapping spans of a kind, at most five of a kind, in the order of the text. */
function keepStrongest(found: readonly Signal[]): readonly Signal[] {
  if (found.length < 2) return found
  const kept: Signal[] = []
  for (const same of Map.groupBy(found, ({ kind }) => kind).values())
    kept.push(...strongest(mergeOverlaps(same)))
  return kept.sort(byPlace)
}

function byPlace(left: Signal, right: Signal): number {
  return left.start - right.start || left.end - right.end || compareKind(left, right)
}

/** Assumes signals of one kind in the order of their starts. */
function mergeOverlaps(signals: readonly Signal[]): readonly Signal[] {
  const merged: Signal[] = []
  for (const signal of signals) {
    const last = merged.at(-1)
    if (last && signal.start < last.end) {
      const strength = Math.max(last.strength, signal.strength)
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, signal.end), strength }
    } else merged.push(signal)
  }
  return merged
}

function strongest(signals: readonly Signal[]): readonly Signal[] {
  if (signals.length <= mostOfOneKind) return signals
  const ordered = [...signals].sort(
    (left, right) => right.strength - left.strength || left.start - right.start,
  )
  return ordered.slice(0, mostOfOneKind)
}

function compareKind(left: Signal, right: Signal): number {
  return signalKinds.indexOf(left.kind) - signalKinds.indexOf(right.kind)
}
