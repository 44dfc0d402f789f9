import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { queries } from '../../queries.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Form } from './Form.tsx'

const zones = Intl.supportedValuesOf('timeZone')

/** What customers read as our name, and where our days begin. */
export function Company({ workspace }: { readonly workspace: string }) {
  const queryClient = useQueryClient()
  const query = useQuery(queries.company(workspace))
  return (
    <Answer query={query} waiting={<Skeleton lines={2} />}>
      {({ name, timeZone }) => (
        <Form
          label="Save"
          done="Kept."
          isSecond
          onSend={async (field) => {
            await api.saveCompany(workspace, { name: field('name'), timeZone: field('timeZone').trim() })
            await queryClient.invalidateQueries({ queryKey: [workspace, 'company'] })
          }}
        >
          <label className="field">
            <span>Name, as customers read it</span>
            <input name="name" required maxLength={120} defaultValue={name} />
          </label>
          <label className="field">
            <span>Time zone</span>
            <input name="timeZone" required list="company-zones" defaultValue={timeZone} />
            <small className="soft">Deadlines in days end at the same hour, in this time zone.</small>
          </label>
          <datalist id="company-zones">
            {zones.map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </Form>
      )}
    </Answer>
  )
}
