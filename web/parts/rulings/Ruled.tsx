import './rulings.css'
import { useQuery } from '@tanstack/react-query'
import type { RulingJson } from '../../../contract/rulings.ts'
import { queries } from '../../queries.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { formatDay } from '../../ui/format.ts'
import { ReadAgain } from '../corrections/ReadAgain.tsx'
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
          <li key={ruling.id}>
            {ruling.sentence}{' '}
            <span className="soft small">
              {ruling.reviewer}, {formatDay(ruling.at)}
            </span>{' '}
            <button
              type="button"
              className="plain-button small"
              disabled={isBusy}
              aria-label={`Undo: ${ruling.sentence}`}
              onClick={() => undo(ruling.id)}
            >
              Undo
            </button>
          </li>
        ))}
      </ul>
      {error !== null && <FailedStep error={error} />}
      <ReadAgain workspace={workspace} since={reply?.sinceReading ?? 0} what="decision" />
    </>
  )
}
