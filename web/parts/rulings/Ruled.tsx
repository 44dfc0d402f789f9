import './rulings.css'
import { useQuery } from '@tanstack/react-query'
import type { RulingJson } from '../../../contract/rulings.ts'
import { queries } from '../../queries.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { ReadAgain } from '../corrections/ReadAgain.tsx'
import { RuledLine } from './RuledLine.tsx'
import { useRulings } from './useRulings.ts'

type Props = { readonly workspace: string; readonly about: (ruling: RulingJson) => boolean }

/** What people decided here, by whom and when, each to be taken back. */
export function Ruled({ workspace, about }: Props) {
  const reply = useQuery(queries.rulings(workspace)).data
  const { undo, isBusy, error } = useRulings(workspace)
  const shown = reply?.rulings.filter(about) ?? []
  if (shown.length === 0) return null
  return (
    <>
      <ul className="sentences">
        {shown.map((ruling) => (
          <RuledLine key={ruling.id} ruling={ruling} isBusy={isBusy} onUndo={undo} />
        ))}
      </ul>
      {error !== null && <FailedStep error={error} />}
      <ReadAgain workspace={workspace} since={reply?.sinceReading ?? 0} what="decision" />
    </>
  )
}
