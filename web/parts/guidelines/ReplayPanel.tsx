import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { GuidelineJson, ReplayReply } from '../../../contract/desk/guidelines.ts'
import { api } from '../../api.ts'
import { FailedStep } from '../../ui/FailedStep.tsx'
import { formatCount, formatDay } from '../../ui/format.ts'
import { TextField } from '../changes/TextField.tsx'
import { sayMinor } from '../desk/money.ts'

type Props = {
  readonly workspace: string
  readonly of: number | null
  readonly draft: GuidelineJson
  readonly currency: string
}

/** What would last month have looked like? Replayed on the issues of these causes, beside what holds now. */
export function ReplayPanel({ workspace, of, draft, currency }: Props) {
  const [people, setPeople] = useState('5')
  const replay = useMutation({
    mutationFn: () =>
      api.replayGuideline(workspace, {
        guideline: draft,
        of,
        people: Math.max(1, Math.round(Number(people))),
      }),
  })
  return (
    <div className="section">
      <div className="row-form">
        <TextField name="Reps who share the work" type="number" value={people} onChange={setPeople} />
        <button type="button" className="button" disabled={replay.isPending} onClick={() => replay.mutate()}>
          What would last month have looked like?
        </button>
      </div>
      {replay.isError && <FailedStep error={replay.error} />}
      {replay.data !== undefined && <Replayed reply={replay.data} currency={currency} />}
    </div>
  )
}

type Replay = ReplayReply['draft']

function Replayed({ reply, currency }: { readonly reply: ReplayReply; readonly currency: string }) {
  const { from, to, draft, live } = reply
  if (draft.issues === 0) {
    return (
      <p className="cannot-say">
        <strong>Cannot say.</strong> Nobody came about these causes from {formatDay(from)} to {formatDay(to)}.
      </p>
    )
  }
  const columns = live === null ? [draft] : [draft, live]
  return (
    <>
      <p>
        From {formatDay(from)} to {formatDay(to)}, {formatCount(draft.issues)} issues. What they would have
        chosen is not known; the range goes from what costs least to what is worth most to them.
      </p>
      <table className="plain-table">
        <thead>
          <tr>
            <td />
            <th>This draft</th>
            {live !== null && <th>What holds now</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, say }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {columns.map((one, index) => (
                <td key={index === 0 ? 'draft' : 'live'}>{say(one, currency)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const lines: readonly { readonly name: string; say(replay: Replay, currency: string): string }[] = [
  { name: 'At least two options', say: ({ withChoice }) => formatCount(withChoice) },
  { name: 'Nothing to offer', say: ({ withoutOption }) => formatCount(withoutOption) },
  { name: 'Given at once', say: ({ least, most }) => range(least.atOnce, most.atOnce, formatCount) },
  { name: 'Asked as exceptions', say: ({ least, most }) => range(sum(least), sum(most), formatCount) },
  {
    name: 'Cost',
    say: ({ least, most }, currency) => range(least.cost, most.cost, (minor) => sayMinor(minor, currency)),
  },
  {
    name: 'Dearest day',
    say: ({ least, most }, currency) =>
      range(least.dearestDay?.cost ?? 0, most.dearestDay?.cost ?? 0, (minor) => sayMinor(minor, currency)),
  },
]

function sum({ beyond }: Replay['least']): number {
  return beyond.perGrant + beyond.perIssue + beyond.perDay + beyond.shareOfIssues
}

function range(one: number, other: number, say: (value: number) => string): string {
  const [low, high] = [Math.min(one, other), Math.max(one, other)]
  return low === high ? say(low) : `${say(low)} to ${say(high)}`
}
