import { useQuery } from '@tanstack/react-query'
import { paths } from '../../paths.ts'
import { queries } from '../../queries.ts'
import { Go, useGo } from '../../ui/Go.tsx'
import { emotionScale, nameSignal } from '../../ui/signals.ts'
import type { IssueView } from '../../views.ts'
import { Choice } from './Choice.tsx'

type Props = { readonly workspace: string; readonly view: IssueView }

const emotions = emotionScale.map((kind) => ({ value: kind, name: nameSignal(kind) }))
const orders = [
  { value: 'contacts', name: 'Most contacts' },
  { value: 'handOffs', name: 'Most hand-offs' },
]
const switches = [
  { key: 'minContacts', value: '2', name: 'Came back' },
  { key: 'handedOff', value: 'yes', name: 'Passed on' },
  { key: 'pingPong', value: 'yes', name: 'Back to a team that had it' },
  { key: 'spokenHandOff', value: 'yes', name: 'Told to go elsewhere' },
] as const

/** The view of the list, held by the URL: each change is a new address. */
export function IssueFilters({ workspace, view }: Props) {
  const go = useGo()
  const causes = useQuery(queries.causes(workspace)).data?.causes ?? []
  const channels = useQuery(queries.overview(workspace)).data?.channels ?? []
  const set = (change: IssueView) => go(paths.issues(workspace, { ...view, ...change }))
  return (
    <search className="filters" aria-label="Filter the issues">
      <Choice
        label="Cause"
        any="Any cause"
        isFirst
        value={view.cause ?? ''}
        options={causes.map(({ id, name }) => ({ value: id, name }))}
        onChoose={(cause) => set({ cause })}
      />
      <Choice
        label="Channel"
        any="Any channel"
        value={view.channel ?? ''}
        options={channels.map(({ channel }) => ({ value: channel, name: channel }))}
        onChoose={(channel) => set({ channel })}
      />
      <Choice
        label="Emotion"
        any="Any or none"
        value={view.emotion ?? ''}
        options={emotions}
        onChoose={(emotion) => set({ emotion })}
      />
      <Choice
        label="Order"
        any="Latest first"
        value={view.sort ?? ''}
        options={orders}
        onChoose={(sort) => set({ sort })}
      />
      <div className="switches">
        {switches.map(({ key, value, name }) => (
          <label key={key}>
            <input
              type="checkbox"
              checked={view[key] !== undefined}
              onChange={(event) => set({ [key]: event.target.checked ? value : '' })}
            />{' '}
            {name}
          </label>
        ))}
      </div>
      <Narrowed workspace={workspace} view={view} />
    </search>
  )
}

/** What a link narrowed the list to and no field shows, with the way back. */
function Narrowed({ workspace, view }: Props) {
  const narrowed = [
    { key: 'team', words: `in the hands of ${view.team}` },
    { key: 'customer', words: `of ${view.customer}` },
  ] as const
  return narrowed
    .filter(({ key }) => view[key] !== undefined)
    .map(({ key, words }) => (
      <p key={key} className="narrowed">
        Only issues {words}. <Go href={paths.issues(workspace, { ...view, [key]: '' })}>Show all</Go>
      </p>
    ))
}
