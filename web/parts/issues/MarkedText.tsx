import { type ReactNode, useState } from 'react'
import { meaningOf, nameSignal, toneOf } from '../../ui/signals.ts'
import type { Mark } from '../corrections/to-marks.ts'
import { markText, type Segment } from './mark-text.ts'

type Judging = { readonly judge: (mark: Mark) => ReactNode }
type Props = Judging & { readonly text: string; readonly marks: readonly Mark[] }

/** A text with what was read in it: the words underlined, and named where they end, as a scholar would annotate. */
export function MarkedText({ text, marks, judge }: Props) {
  return markText(text, marks).map((segment) => (
    <Marked key={segment.start} segment={segment} judge={judge} />
  ))
}

function Marked({ segment, judge }: Judging & { readonly segment: Segment }) {
  const shown = segment.marks.filter(({ isStruck }) => !isStruck)
  const [first] = shown
  return (
    <>
      {first === undefined ? (
        segment.text
      ) : (
        <mark className={`mark mark-${lookOf(first)}`} style={styleOf(first)} title={sayHow(shown)}>
          {segment.text}
        </mark>
      )}
      {segment.ended.map((mark) => (
        <MarkName key={`${mark.kind}-${mark.start}`} mark={mark} judge={judge} />
      ))}
    </>
  )
}

/** What was read, in a word, and what a person may say of it: beside it, or where there is no room for that, after a tap. */
export function MarkName({ mark, judge }: Judging & { readonly mark: Mark }) {
  const [isOpen, setOpen] = useState(false)
  const name = nameSignal(mark.kind).toLowerCase()
  return (
    <small className={`mark-name mark-name-${lookOf(mark)}`} data-open={isOpen || undefined}>
      <button
        type="button"
        className="mark-toggle"
        aria-expanded={isOpen}
        title={mark.isStruck ? undefined : sayHow([mark])}
        onClick={() => setOpen(!isOpen)}
      >
        {mark.isStruck ? <s>{name}</s> : name}
      </button>
      {mark.word !== null && !mark.isStruck && <span aria-hidden="true"> ✓</span>}
      {judge(mark)}
    </small>
  )
}

function lookOf(mark: Mark): string {
  return meaningOf(mark.kind) ?? toneOf(mark.kind).side
}

function styleOf(mark: Mark) {
  return meaningOf(mark.kind) === null ? { textDecorationColor: `var(${toneOf(mark.kind).colour})` } : {}
}

function sayHow(marks: readonly Mark[]): string {
  return marks
    .map(({ kind, strength, method }) =>
      method === 'person'
        ? `${nameSignal(kind)}, said by a person`
        : `${nameSignal(kind)}, strength ${strength.toFixed(1)} of 1, read by ${method}`,
    )
    .join('; ')
}
