import './thread.css'
import type { Thread as ThreadJson } from '../../contract/thread.ts'
import { sayLength } from '../ui/format.ts'
import { nameSignal, toneOf } from '../ui/signals.ts'
import {
  largeThread,
  layOutThread,
  smallThread,
  type ThreadLayout,
  type ThreadSize,
} from './lay-out-thread.ts'
import { useRatingNames } from './ratings/useRatingNames.ts'
import { isRated, sayThread } from './say-thread.ts'

type Props = {
  readonly workspace: string
  readonly thread: ThreadJson
  readonly size: 'small' | 'large'
  /** Of the large drawing, where it is made for a column. */
  readonly fitted?: ThreadSize
}

/** The signature drawing: above the line the customer, below it the company. */
export function Thread({ workspace, thread, size, fitted = largeThread }: Props) {
  const isLarge = size === 'large'
  const measures = isLarge ? fitted : smallThread
  const names = useRatingNames(workspace, isRated(thread))
  const layout = layOutThread(thread, measures, names)
  return (
    <svg
      className={`thread thread-${size}`}
      style={isLarge ? { minWidth: measures.width } : undefined}
      viewBox={`0 0 ${measures.width} ${layout.height}`}
      role="img"
      aria-label={sayThread(thread, names)}
    >
      <Company layout={layout} isLarge={isLarge} measures={measures} />
      <line
        className="thread-line"
        x1={layout.line.from}
        x2={layout.line.to}
        y1={layout.line.y}
        y2={layout.line.y}
      />
      {layout.waits.map((wait, index) => (
        <rect
          key={keyOf(index)}
          className="thread-wait"
          x={wait.x}
          width={wait.width}
          y={layout.line.y - (isLarge ? 4 : 2)}
          height={isLarge ? 8 : 4}
        />
      ))}
      <Breaks layout={layout} isLarge={isLarge} />
      <Promises layout={layout} isLarge={isLarge} />
      {layout.spoken.map((x, index) => (
        <Spoken key={keyOf(index)} x={x} y={layout.line.y} isLarge={isLarge} />
      ))}
      {layout.contacts.map((contact, index) => (
        <Contact key={keyOf(index)} contact={contact} y={layout.line.y} isLarge={isLarge} />
      ))}
      {isLarge && <Names layout={layout} isBeside={measures.names > 0} />}
    </svg>
  )
}

/** Drawn last: names stay where they are while the drawing moves beneath them. */
function Names({ layout, isBeside }: { readonly layout: ThreadLayout; readonly isBeside: boolean }) {
  return (
    <>
      <text className="thread-name" x={0} y={isBeside ? layout.line.y + 4 : 12}>
        The customer
      </text>
      {layout.lanes.map((lane) => (
        <text key={lane.name} className="thread-name" x={0} y={lane.y + (isBeside ? 4 : -10)}>
          {shorten(lane.name)}
          <title>{lane.name}</title>
        </text>
      ))}
    </>
  )
}

type LayerProps = { readonly layout: ThreadLayout; readonly isLarge: boolean }

function Company({ layout, isLarge, measures }: LayerProps & { readonly measures: ThreadSize }) {
  const height = isLarge ? 12 : 3
  return (
    <>
      {layout.lanes.map((lane) => (
        <g key={lane.name}>
          {isLarge && (
            <line className="thread-lane" x1={layout.line.from} x2={measures.width} y1={lane.y} y2={lane.y} />
          )}
          {lane.blocks.map((block, index) => (
            <rect
              key={keyOf(index)}
              className="thread-block"
              x={block.x}
              width={block.width}
              y={lane.y - height / 2}
              height={height}
            />
          ))}
        </g>
      ))}
      {layout.handOffs.map(({ x, fromY, toY }, index) => (
        <g key={keyOf(index)} className="thread-hand-off">
          <line x1={x} x2={x} y1={fromY} y2={toY} />
          {isLarge && <path d={arrowAt(x, toY, Math.sign(toY - fromY))} />}
        </g>
      ))}
    </>
  )
}

/** Strained is filled, eased is a ring, nothing read is a small grey dot: to be told apart without colour. */
function Contact({
  contact,
  y,
  isLarge,
}: {
  contact: ThreadLayout['contacts'][number]
  y: number
  isLarge: boolean
}) {
  const { side, colour } = toneOf(contact.emotion)
  const style = side === 'eased' ? { stroke: `var(${colour})` } : { fill: `var(${colour})` }
  return (
    <g>
      {contact.isMomentOfTruth && (
        <circle className="thread-ring" cx={contact.x} cy={y} r={contact.radius + (isLarge ? 5 : 2.5)} />
      )}
      <circle
        className={`thread-contact thread-${side}`}
        cx={contact.x}
        cy={y}
        r={contact.radius}
        style={style}
      />
      {isLarge && contact.label !== null && (
        <text
          className="thread-said"
          textAnchor={contact.label.anchor}
          x={contact.label.x}
          y={y - 24 - contact.label.row * 16}
        >
          {sayLabel(contact)}
        </text>
      )}
    </g>
  )
}

function sayLabel({ emotion, rated }: ThreadLayout['contacts'][number]): string {
  if (emotion === null) return `Rated ${rated}`
  return rated === null ? nameSignal(emotion) : `${nameSignal(emotion)}, rated ${rated}`
}

function Breaks({ layout, isLarge }: LayerProps) {
  const y = layout.line.y
  const half = isLarge ? 6 : 3
  const marked = isLarge ? layout.breaks : layout.breaks.filter(({ isNamed }) => isNamed)
  return marked.map(({ x, minutes, isNamed }, index) => (
    <g key={keyOf(index)} className="thread-break">
      <path d={`M${x - 3} ${y + half}l3 ${-2 * half}M${x + 1} ${y + half}l3 ${-2 * half}`} />
      {isLarge && isNamed && (
        <text x={x} y={y + 28}>
          {sayLength(minutes)}
        </text>
      )}
    </g>
  ))
}

function Promises({ layout, isLarge }: LayerProps) {
  const scale = isLarge ? 1.6 : 0.7
  return layout.promises.map(({ x, state }, index) => (
    <g
      key={keyOf(index)}
      className={`thread-promise thread-promise-${state}`}
      transform={`translate(${x} ${layout.line.y}) scale(${scale})`}
    >
      <path d="M0 0V-12" />
      <path
        className="thread-flag"
        d={state === 'broken' ? 'M0 -12L8 -12L5 -9.5L8 -7L0 -7' : 'M0 -12H8V-7H0Z'}
      />
      {state === 'broken' && <path d="M-1 -4L9 -14" />}
    </g>
  ))
}

/** An open arrowhead turned away: where the customer heard that it is for someone else. */
function Spoken({ x, y, isLarge }: { x: number; y: number; isLarge: boolean }) {
  const reach = isLarge ? 6 : 3
  return (
    <path
      className="thread-spoken"
      d={`M${x - reach} ${y + reach * 2.2}L${x} ${y + reach}L${x + reach} ${y + reach * 2.2}`}
    />
  )
}

function arrowAt(x: number, y: number, direction: number): string {
  return `M${x - 4} ${y - direction * 6}L${x} ${y}L${x + 4} ${y - direction * 6}`
}

function shorten(name: string): string {
  return name.length > 20 ? `${name.slice(0, 19)}…` : name
}

/** The parts of one drawing never move among themselves. */
function keyOf(index: number): string {
  return `at-${index}`
}
