import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { queries } from '../../queries.ts'
import { Answer } from '../../ui/Answer.tsx'
import { formatCount, plural } from '../../ui/format.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Form } from './Form.tsx'

type Wanted = { readonly keepDays: number; readonly older: number; readonly interactions: number }

/** For good, or for a number of days; what would go is counted before it goes. */
export function Retention({ workspace }: { readonly workspace: string }) {
  const queryClient = useQueryClient()
  const query = useQuery(queries.retention(workspace))
  const [wanted, setWanted] = useState<Wanted | null>(null)

  async function save(keepDays: number | null): Promise<void> {
    await api.saveRetention(workspace, keepDays)
    await queryClient.invalidateQueries({ queryKey: [workspace, 'retention'] })
    setWanted(null)
  }

  return (
    <Answer query={query} waiting={<Skeleton lines={1} />}>
      {({ keepDays }) =>
        wanted === null ? (
          <>
            <p role="status">
              {keepDays === null
                ? 'Interactions are kept for good.'
                : `Whatever is older than ${plural(keepDays, 'day')} goes for good within a day, and the rest is read anew.`}
            </p>
            <Form
              label="Save"
              isSecond
              onSend={async (field) => {
                const days = field('days').trim()
                if (days === '') return save(null)
                const counted = await api.countOlder(workspace, Number(days))
                if (counted.older === 0) return save(Number(days))
                setWanted({ keepDays: Number(days), ...counted })
              }}
            >
              <label className="field">
                <span>Days</span>
                <input name="days" type="number" min={1} max={36_500} defaultValue={keepDays ?? ''} />
                <small className="soft">Leave it empty to keep them for good.</small>
              </label>
            </Form>
          </>
        ) : (
          <>
            <p role="status">
              {formatCount(wanted.older)} of {plural(wanted.interactions, 'interaction')} are older than{' '}
              {plural(wanted.keepDays, 'day')}. Nobody can bring back what is erased.
            </p>
            <Form
              label={`Erase ${plural(wanted.older, 'interaction')} within a day`}
              onSend={() => save(wanted.keepDays)}
            >
              <button type="button" className="button" onClick={() => setWanted(null)}>
                Keep them
              </button>
            </Form>
          </>
        )
      }
    </Answer>
  )
}
