import { useRouterState } from '@tanstack/react-router'
import type { InteractionJson } from '../../../contract/screens.ts'
import type { Thread } from '../../../contract/thread.ts'
import type { WayOfChoosing } from '../../../core/signals/corrections/correction.ts'
import { paths } from '../../paths.ts'
import { formatMoment, sayLength, startWithCapital } from '../../ui/format.ts'
import { Go } from '../../ui/Go.tsx'
import { nameRating } from '../ratings/name-rating.ts'
import { useRatingNames } from '../ratings/useRatingNames.ts'
import { sayPromise } from '../say-thread.ts'
import { JudgedText } from './JudgedText.tsx'
import { type Entry, tellTimeline } from './tell-timeline.ts'

type Props = {
  readonly workspace: string
  readonly interactions: readonly InteractionJson[]
  readonly promises: Thread['promises']
}

/** The whole story across cases, channels and teams, in the order in which the customer lived it. */
export function Timeline({ workspace, interactions, promises }: Props) {
  const sought = useRouterState({ select: (state) => state.location.hash })
  return (
    <ol className="timeline">
      {tellTimeline(interactions, promises).map((entry) => (
        <li
          key={entry.kind === 'interaction' ? entry.interaction.id : entry.key}
          className={`told-${entry.kind}`}
          {...(entry.kind === 'interaction' && entry.interaction.id === sought
            ? { 'aria-current': 'true', ref: showMiddle }
            : {})}
        >
          <Told entry={entry} workspace={workspace} />
        </li>
      ))}
    </ol>
  )
}

/** Who came for one interaction finds it in the middle of the window. */
function showMiddle(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'center' })
}

function Told({ entry, workspace }: { readonly entry: Entry; readonly workspace: string }) {
  switch (entry.kind) {
    case 'interaction':
      return (
        <>
          <OneInteraction interaction={entry.interaction} workspace={workspace} />
          {entry.promise !== null && <p className="told-promise small">{sayPromise(entry.promise)}</p>}
        </>
      )
    case 'pause':
      return (
        <p>
          {entry.isWaiting
            ? `The customer waited ${sayLength(entry.minutes)}`
            : `${startWithCapital(sayLength(entry.minutes))} later`}
        </p>
      )
    case 'handOff':
      return (
        <p>
          Passed on from <Go href={paths.issues(workspace, { team: entry.fromTeam })}>{entry.fromTeam}</Go> to{' '}
          <Go href={paths.issues(workspace, { team: entry.toTeam })}>{entry.toTeam}</Go>
        </p>
      )
  }
}

type OneProps = {
  readonly workspace: string
  readonly interaction: InteractionJson
  readonly chosen?: WayOfChoosing
}

/** One interaction: the customer's in the reading face, the company's in ours, a log's entry as a line. */
export function OneInteraction({ interaction, workspace, chosen = 'met' }: OneProps) {
  const { from, kind, at, text, rating, source } = interaction
  const names = useRatingNames(workspace, rating !== null)
  return (
    <article className={`said said-${kind === 'event' ? 'event' : from}`}>
      <header className="small soft">
        {at !== null && <time dateTime={at}>{formatMoment(at)}</time>}
        <span className="said-who">{sayWho(interaction)}</span>
        <span>{sayWhere(interaction)}</span>
      </header>
      {text !== null && (
        <JudgedText workspace={workspace} interaction={interaction} text={text} chosen={chosen} />
      )}
      {text === null && <p className="said-nothing">{sayWithoutText(interaction)}</p>}
      {rating !== null && <p className="small">Rated {nameRating(names, source, rating)}</p>}
    </article>
  )
}

function sayWho({ from, team, agent, opensContact }: InteractionJson): string {
  if (from === 'customer') return opensContact ? 'Customer, turns to you' : 'Customer'
  return [team, agent].filter((part) => part !== null).join(', ') || 'Company'
}

function sayWhere({ channel, ...rest }: InteractionJson): string {
  return [channel, rest.case === null ? null : `case ${rest.case}`].filter((part) => part !== null).join(', ')
}

function sayWithoutText({ kind, category, attributes, durationSeconds }: InteractionJson): string {
  const length = durationSeconds === null ? null : sayLength(durationSeconds / 60)
  const named = {
    message: 'A message',
    call: 'A call',
    visit: 'A visit',
    survey: 'A survey answer',
    leaving: 'The customer left',
    event: null,
  }[kind]
  const state = Object.entries(attributes).find(([name]) => /stat(e|us)/i.test(name))?.[1] ?? null
  const words = [...new Set([named, state, category, length])].filter((part) => part !== null && part !== '')
  return words.length === 0 ? 'An entry without words' : words.join(', ')
}
