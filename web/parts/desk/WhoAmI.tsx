import { useQuery } from '@tanstack/react-query'
import { queries } from '../../queries.ts'
import { useDeskName } from './useDeskName.ts'

/** Who sits here: with sign-in the account says it; without, one of the people at the desk. */
export function WhoAmI({ workspace }: { readonly workspace: string }) {
  const { who, remember } = useDeskName()
  const me = useQuery(queries.me()).data
  const { data } = useQuery(queries.guidelines(workspace))
  if (me?.kind === 'person') {
    return (
      <p className="who-am-i">
        You are {me.name}, {me.roles[workspace] ?? 'without a role here'}
      </p>
    )
  }
  const here = (data?.people ?? []).filter(({ hasLeft }) => !hasLeft)
  const isListed = here.some(({ name }) => name === who)
  return (
    <label className="field who-am-i">
      <span>You are</span>
      <select value={who} onChange={(event) => remember(event.target.value)}>
        {!isListed && <option value={who}>{who}, without authority</option>}
        {here.map(({ name, role }) => (
          <option key={name} value={name}>
            {name}, {role}
          </option>
        ))}
      </select>
    </label>
  )
}
