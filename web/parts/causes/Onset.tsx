import type { CausePage } from '../../../contract/screens.ts'
import { paths } from '../../paths.ts'
import { Figure } from '../../ui/Figure.tsx'
import { formatWeek } from '../../ui/format.ts'
import { sayTimes } from './say-driver.ts'

type Props = {
  readonly workspace: string
  readonly cause: string
  readonly onset: NonNullable<CausePage['onset']>
}

/** Since when a cause comes up more often, or less, as a share of all contacts. */
export function Onset({ workspace, cause, onset }: Props) {
  const { week, earliest, latest, ratio } = onset
  const isRise = ratio.value > 1
  const times = isRise ? ratio : { value: 1 / ratio.value, low: 1 / ratio.high, high: 1 / ratio.low }
  return (
    <p>
      {isRise ? 'It set in with the week of ' : 'It fell back with the week of '}
      <Figure href={paths.contacts(workspace, { cause, week })} note="Open the contacts of that week">
        {formatWeek(week)}
      </Figure>
      {earliest !== latest && ` (between ${formatWeek(earliest)} and ${formatWeek(latest)})`}: since then it
      comes up {sayTimes(times.value)} times {isRise ? 'as often' : 'more rarely'} among all contacts, at
      least {sayTimes(times.low)} times.
    </p>
  )
}
