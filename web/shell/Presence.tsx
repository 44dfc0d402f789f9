import { useQuery, useQueryClient } from '@tanstack/react-query'
import { auth } from '../auth.ts'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { Go, useGo } from '../ui/Go.tsx'
import { forgetDrafts } from '../useDraft.ts'

/** Who is looking, or that anybody at this machine may. */
export function Presence() {
  const me = useQuery(queries.me()).data
  const queryClient = useQueryClient()
  const go = useGo()
  if (me?.kind === 'open')
    return <p className="small soft wide-only">Open to whoever sits at this machine.</p>
  if (me?.kind !== 'person') return null
  async function leave() {
    await auth.signOut()
    forgetDrafts()
    await queryClient.resetQueries()
    go(paths.signIn())
  }
  return (
    <>
      <Go className="small" href={paths.account()}>
        {me.name}
      </Go>
      <button type="button" className="plain-button small" onClick={leave}>
        Sign out
      </button>
    </>
  )
}
