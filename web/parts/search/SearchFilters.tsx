import { useQuery } from '@tanstack/react-query'
import { paths, type View } from '../../paths.ts'
import { queries } from '../../queries.ts'
import { useGo } from '../../ui/Go.tsx'
import { Choice } from '../issues/Choice.tsx'

const sides = [
  { value: 'customer', name: 'Customers' },
  { value: 'company', name: 'The company' },
]

type Props = { readonly workspace: string; readonly view: View }

/** Narrows what was found, by new addresses. */
export function SearchFilters({ workspace, view }: Props) {
  const go = useGo()
  const channels = useQuery(queries.overview(workspace)).data?.channels ?? []
  const set = (change: View) => go(paths.search(workspace, { ...view, ...change }))
  return (
    <search className="filters" aria-label="Narrow what was found">
      <Choice
        label="Said by"
        any="Anyone"
        isFirst
        value={String(view.from ?? '')}
        options={sides}
        onChoose={(from) => set({ from })}
      />
      <Choice
        label="Channel"
        any="Any channel"
        value={String(view.channel ?? '')}
        options={channels.map(({ channel }) => ({ value: channel, name: channel }))}
        onChoose={(channel) => set({ channel })}
      />
    </search>
  )
}
