import { meaningOf, nameSignal, toneOf } from '../../ui/signals.ts'
import { markText, type Segment, type SignalMark } from './mark-text.ts'

type Props = { readonly text: string; readonly signals: readonly SignalMark[] }

/** A text with what was read in it: the words underlined, and named where they end, as a scholar would annotate. */
export function MarkedText({ text, signals }: Props) {
  return markText(text, signals).map((segment) => <Marked key={segment.start} segment={segment} />)
}

function Marked({ segment }: { readonly segment: Segment }) {
  const [first] = segment.signals
  if (first === undefined) return segment.text
  return (
    <>
      <mark className={`mark mark-${lookOf(first)}`} style={styleOf(first)} title={sayHow(segment.signals)}>
        {segment.text}
      </mark>
      {segment.ended.map((signal) => (
        <small key={signal.kind} className={`mark-name mark-name-${lookOf(signal)}`} title={sayHow([signal])}>
          {nameSignal(signal.kind).toLowerCase()}
        </small>
      ))}
    </>
  )
}

function lookOf(signal: SignalMark): string {
  return meaningOf(signal.kind) ?? toneOf(signal.kind).side
}

function styleOf(signal: SignalMark) {
  return meaningOf(signal.kind) === null ? { textDecorationColor: `var(${toneOf(signal.kind).colour})` } : {}
}

function sayHow(signals: readonly SignalMark[]): string {
  return signals
    .map(
      ({ kind, strength, method }) =>
        `${nameSignal(kind)}, strength ${strength.toFixed(1)} of 1, read by ${method}`,
    )
    .join('; ')
}
