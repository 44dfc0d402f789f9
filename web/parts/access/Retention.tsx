import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { queries } from '../../queries.ts'
import { Answer } from '../../ui/Answer.tsx'
import { plural } from '../../ui/format.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Form } from './Form.tsx'

/** For good, or for a number of days. */
export function Retention({ workspace }: { readonly workspace: string }) {
  const queryClient = useQueryClient()
  const query = useQuery(queries.retention(workspace))
  return (
    <Answer query={query} waiting={<Skeleton lines={1} />}>
      {({ keepDays }) => (
        <Form
          label="Save"
          done={
            keepDays === null
              ? 'Kept for good.'
              : `Kept. Whatever is older than ${plural(keepDays, 'day')} goes for good within a day; empty it before, if that is not meant.`
          }
          isSecond
          onSend={async (field) => {
            const days = field('days').trim()
            await api.saveRetention(workspace, days === '' ? null : Number(days))
            await queryClient.invalidateQueries({ queryKey: [workspace, 'retention'] })
          }}
        >
          <label className="field">
            <span>Days</span>
            <input name="days" type="number" min={1} max={36_500} defaultValue={keepDays ?? ''} />
            <small className="soft">
              Leave it empty to keep them for good. What is older is erased within a day, and the rest is read
              anew.
            </small>
          </label>
        </Form>
      )}
    </Answer>
  )
}
